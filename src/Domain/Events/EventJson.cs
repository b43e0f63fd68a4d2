using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Revitalization.Domain.Accounts;
using Revitalization.Domain.Aid;
using Revitalization.Domain.Aid.Checks;
using Revitalization.Domain.Assets;
using Revitalization.Domain.Audit;
using Revitalization.Domain.Claims;
using Revitalization.Domain.DisclosureRequests;
using Revitalization.Domain.Documents;
using Revitalization.Domain.Funds;
using Revitalization.Domain.Households;
using Revitalization.Domain.Imports;
using Revitalization.Domain.Indicators;
using Revitalization.Domain.Monitoring;
using Revitalization.Domain.Policies;
using Revitalization.Domain.Projects;
using Revitalization.Domain.Releases;
using Revitalization.Domain.Screening;
using Revitalization.Domain.Villages;

namespace Revitalization.Domain.Events;

/// <summary>
/// Generated serialisation of everything stored. What is default is left out (short events), a member that the
/// record does not know is an error (no fact is dropped unread).
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(HouseholdRegistered))]
[JsonSerializable(typeof(HouseholdProfileChanged))]
[JsonSerializable(typeof(HouseholdVillageChanged))]
[JsonSerializable(typeof(MemberJoined))]
[JsonSerializable(typeof(MemberChanged))]
[JsonSerializable(typeof(MemberLeft))]
[JsonSerializable(typeof(HeadChanged))]
[JsonSerializable(typeof(IncomeRecorded))]
[JsonSerializable(typeof(HouseholdSplit))]
[JsonSerializable(typeof(HouseholdMerged))]
[JsonSerializable(typeof(MembersAbsorbed))]
[JsonSerializable(typeof(EntryCorrected))]
[JsonSerializable(typeof(HouseholdClosed))]
[JsonSerializable(typeof(ClueReported))]
[JsonSerializable(typeof(ClueWithdrawn))]
[JsonSerializable(typeof(CluesDispatched))]
[JsonSerializable(typeof(RiskVerified))]
[JsonSerializable(typeof(VillageReviewAgreed))]
[JsonSerializable(typeof(NoticePosted))]
[JsonSerializable(typeof(ObjectionRaised))]
[JsonSerializable(typeof(ObjectionSettled))]
[JsonSerializable(typeof(NoticeClosed))]
[JsonSerializable(typeof(TownshipReviewAgreed))]
[JsonSerializable(typeof(MonitoringAdmitted))]
[JsonSerializable(typeof(MonitoringTakenOver))]
[JsonSerializable(typeof(AdmissionDismissed))]
[JsonSerializable(typeof(CadreNamed))]
[JsonSerializable(typeof(MeasurePlanned))]
[JsonSerializable(typeof(MeasureCompleted))]
[JsonSerializable(typeof(MeasureWithdrawn))]
[JsonSerializable(typeof(VisitRecorded))]
[JsonSerializable(typeof(VisitWithdrawn))]
[JsonSerializable(typeof(CheckRecorded))]
[JsonSerializable(typeof(IncomeTargetSet))]
[JsonSerializable(typeof(RiskReassessed))]
[JsonSerializable(typeof(ClearingProposed))]
[JsonSerializable(typeof(MonitoringContinued))]
[JsonSerializable(typeof(RiskCleared))]
[JsonSerializable(typeof(FileClosed))]
[JsonSerializable(typeof(FileReopened))]
[JsonSerializable(typeof(VillageRegistered))]
[JsonSerializable(typeof(VillageProfileChanged))]
[JsonSerializable(typeof(VillageDissolved))]
[JsonSerializable(typeof(PolicyAdopted))]
[JsonSerializable(typeof(AdoptionEndSet))]
[JsonSerializable(typeof(AdoptionWithdrawn))]
[JsonSerializable(typeof(ScreeningRequested))]
[JsonSerializable(typeof(ScreeningBegun))]
[JsonSerializable(typeof(HouseholdsFlagged))]
[JsonSerializable(typeof(ScreeningCompleted))]
[JsonSerializable(typeof(ScreeningFailed))]
[JsonSerializable(typeof(CampaignPut))]
[JsonSerializable(typeof(AccountPut))]
[JsonSerializable(typeof(PasswordSet))]
[JsonSerializable(typeof(ApiKeyIssued))]
[JsonSerializable(typeof(ApiKeyRevoked))]
[JsonSerializable(typeof(SessionStarted))]
[JsonSerializable(typeof(SessionEnded))]
[JsonSerializable(typeof(AccountLocked))]
[JsonSerializable(typeof(StandInNamed))]
[JsonSerializable(typeof(StandInWithdrawn))]
[JsonSerializable(typeof(PersonalDataRead))]
[JsonSerializable(typeof(PersonalDataSearched))]
[JsonSerializable(typeof(PersonErased))]
[JsonSerializable(typeof(ImportReceived))]
[JsonSerializable(typeof(ImportStarted))]
[JsonSerializable(typeof(ImportAdvanced))]
[JsonSerializable(typeof(ImportCompleted))]
[JsonSerializable(typeof(ImportCancelled))]
[JsonSerializable(typeof(ImportInterrupted))]
[JsonSerializable(typeof(ImportResumed))]
[JsonSerializable(typeof(ImportFailed))]
[JsonSerializable(typeof(ImportFilesDeleted))]
[JsonSerializable(typeof(ColumnMappingSaved))]
[JsonSerializable(typeof(ColumnMappingRemoved))]
[JsonSerializable(typeof(ReleaseProposed))]
[JsonSerializable(typeof(ReleaseApproved))]
[JsonSerializable(typeof(KeyChangeAsked))]
[JsonSerializable(typeof(KeyChangeApproved))]
[JsonSerializable(typeof(RedactionAsked))]
[JsonSerializable(typeof(RedactionApproved))]
[JsonSerializable(typeof(ProvinceFiguresRead))]
[JsonSerializable(typeof(AgreementPut))]
[JsonSerializable(typeof(PairingPut))]
[JsonSerializable(typeof(PlanPut))]
[JsonSerializable(typeof(ExchangePut))]
[JsonSerializable(typeof(SupportDrafted))]
[JsonSerializable(typeof(SupportReported))]
[JsonSerializable(typeof(ReportSigned))]
[JsonSerializable(typeof(SupportCorrected))]
[JsonSerializable(typeof(ReportWithdrawn))]
[JsonSerializable(typeof(SupportConfirmed))]
[JsonSerializable(typeof(SupportDisputed))]
[JsonSerializable(typeof(ReportReturned))]
[JsonSerializable(typeof(ReportReopened))]
[JsonSerializable(typeof(ReportCommented))]
[JsonSerializable(typeof(AidCheckTaken))]
[JsonSerializable(typeof(FindingRaised))]
[JsonSerializable(typeof(FindingRectified))]
[JsonSerializable(typeof(FindingSentBack))]
[JsonSerializable(typeof(FindingClosed))]
[JsonSerializable(typeof(PaperCounted))]
[JsonSerializable(typeof(PaperReleased))]
[JsonSerializable(typeof(DocumentRegistered))]
[JsonSerializable(typeof(DocumentAttached))]
[JsonSerializable(typeof(DocumentDetached))]
[JsonSerializable(typeof(DocumentReviewed))]
[JsonSerializable(typeof(DocumentReturned))]
[JsonSerializable(typeof(DocumentPublished))]
[JsonSerializable(typeof(DocumentReplaced))]
[JsonSerializable(typeof(DocumentRepealed))]
[JsonSerializable(typeof(RequestReceived))]
[JsonSerializable(typeof(RequestAccepted))]
[JsonSerializable(typeof(SupplementAsked))]
[JsonSerializable(typeof(SupplementReceived))]
[JsonSerializable(typeof(ConsultationBegun))]
[JsonSerializable(typeof(ConsultationEnded))]
[JsonSerializable(typeof(RequestExtended))]
[JsonSerializable(typeof(RequestAnswered))]
[JsonSerializable(typeof(RequestWithdrawn))]
[JsonSerializable(typeof(ClaimPut))]
[JsonSerializable(typeof(MoneyConfirmed))]
[JsonSerializable(typeof(MoneyUnconfirmed))]
[JsonSerializable(typeof(MoneyArrived))]
[JsonSerializable(typeof(MoneyArrivalReversed))]
[JsonSerializable(typeof(MoneyAllocated))]
[JsonSerializable(typeof(MoneyTakenBack))]
[JsonSerializable(typeof(AllocationDeclined))]
[JsonSerializable(typeof(ProjectPut))]
[JsonSerializable(typeof(StageReached))]
[JsonSerializable(typeof(ProjectCancelled))]
[JsonSerializable(typeof(MoneyReceived))]
[JsonSerializable(typeof(MoneyGivenBack))]
[JsonSerializable(typeof(MoneyPaid))]
[JsonSerializable(typeof(PaymentReversed))]
[JsonSerializable(typeof(PayRosterPut))]
[JsonSerializable(typeof(BeneficiaryPut))]
[JsonSerializable(typeof(MoneyExpected))]
[JsonSerializable(typeof(MoneyNotGiven))]
[JsonSerializable(typeof(AssetPut))]
[JsonSerializable(typeof(AssetRegistered))]
[JsonSerializable(typeof(AssetInspected))]
[JsonSerializable(typeof(AssetIncomeRecorded))]
[JsonSerializable(typeof(AssetIncomeUsed))]
[JsonSerializable(typeof(AssetIncomeReversed))]
[JsonSerializable(typeof(AssetUseReversed))]
[JsonSerializable(typeof(AssetTransferred))]
[JsonSerializable(typeof(WriteOffAsked))]
[JsonSerializable(typeof(WriteOffRefused))]
[JsonSerializable(typeof(AssetWrittenOff))]
[JsonSerializable(typeof(Partnership))]
[JsonSerializable(typeof(AidReport))]
[JsonSerializable(typeof(AidPaper))]
[JsonSerializable(typeof(AidCheck))]
[JsonSerializable(typeof(Claim))]
[JsonSerializable(typeof(Document))]
[JsonSerializable(typeof(DisclosureRequest))]
[JsonSerializable(typeof(Fund))]
[JsonSerializable(typeof(Project))]
[JsonSerializable(typeof(Asset))]
[JsonSerializable(typeof(Release))]
[JsonSerializable(typeof(KeyChange))]
[JsonSerializable(typeof(Redaction))]
[JsonSerializable(typeof(Account))]
[JsonSerializable(typeof(Household))]
[JsonSerializable(typeof(MonitoringRecord))]
[JsonSerializable(typeof(MonitoringFile))]
[JsonSerializable(typeof(Import))]
[JsonSerializable(typeof(ColumnMappingState))]
[JsonSerializable(typeof(Village))]
[JsonSerializable(typeof(CountyAdoptions))]
[JsonSerializable(typeof(CountyScreening))]
[JsonSerializable(typeof(Campaign))]
internal sealed partial class EventJson : JsonSerializerContext;

/// <summary>The one set of options in use. Apart from the generated class, whose own statics must stand first.</summary>
internal static class Stored
{
    /// <summary>Chinese stays readable and short: three bytes a character instead of six.</summary>
    public static EventJson Json { get; } = new(new JsonSerializerOptions(EventJson.Default.Options!)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    });
}
