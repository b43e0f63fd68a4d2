using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Revitalization.Domain.Households;
using Revitalization.Domain.Villages;

namespace Revitalization.Domain.Events;

/// <summary>
/// Every event there is: CLR record ↔ (name, schema version, UTF-8 JSON). An event changes shape by a new version and an
/// up-cast from the old one; names and old versions are never reused, and each keeps a stored sample that must still load.
/// </summary>
public static class EventCatalog
{
    public static IReadOnlyList<EventForm> Forms { get; } =
    [
        Form("household.registered", () => Stored.Json.HouseholdRegistered),
        Form("household.profile-changed", () => Stored.Json.HouseholdProfileChanged),
        Form("household.village-changed", () => Stored.Json.HouseholdVillageChanged),
        Form("household.member-joined", () => Stored.Json.MemberJoined),
        Form("household.member-changed", () => Stored.Json.MemberChanged),
        Form("household.member-left", () => Stored.Json.MemberLeft),
        Form("household.head-changed", () => Stored.Json.HeadChanged),
        Form("household.income-recorded", () => Stored.Json.IncomeRecorded, IncomeUpCasts.WithCosts),
        Form("household.split", () => Stored.Json.HouseholdSplit),
        Form("household.merged", () => Stored.Json.HouseholdMerged),
        Form("household.members-absorbed", () => Stored.Json.MembersAbsorbed),
        Form("household.entry-corrected", () => Stored.Json.EntryCorrected),
        Form("household.closed", () => Stored.Json.HouseholdClosed),
        Form("monitoring.clue-reported", () => Stored.Json.ClueReported),
        Form("monitoring.clue-withdrawn", () => Stored.Json.ClueWithdrawn),
        Form("monitoring.clues-dispatched", () => Stored.Json.CluesDispatched),
        Form("monitoring.risk-verified", () => Stored.Json.RiskVerified),
        Form("monitoring.village-review-agreed", () => Stored.Json.VillageReviewAgreed),
        Form("monitoring.notice-posted", () => Stored.Json.NoticePosted),
        Form("monitoring.objection-raised", () => Stored.Json.ObjectionRaised),
        Form("monitoring.objection-settled", () => Stored.Json.ObjectionSettled),
        Form("monitoring.notice-closed", () => Stored.Json.NoticeClosed),
        Form("monitoring.township-review-agreed", () => Stored.Json.TownshipReviewAgreed),
        Form("monitoring.admitted", () => Stored.Json.MonitoringAdmitted),
        Form("monitoring.taken-over", () => Stored.Json.MonitoringTakenOver),
        Form("monitoring.admission-dismissed", () => Stored.Json.AdmissionDismissed),
        Form("monitoring.cadre-named", () => Stored.Json.CadreNamed),
        Form("monitoring.measure-planned", () => Stored.Json.MeasurePlanned),
        Form("monitoring.measure-completed", () => Stored.Json.MeasureCompleted),
        Form("monitoring.measure-withdrawn", () => Stored.Json.MeasureWithdrawn),
        Form("monitoring.visit-recorded", () => Stored.Json.VisitRecorded),
        Form("monitoring.visit-withdrawn", () => Stored.Json.VisitWithdrawn),
        Form("monitoring.check-recorded", () => Stored.Json.CheckRecorded),
        Form("monitoring.income-target-set", () => Stored.Json.IncomeTargetSet),
        Form("monitoring.risk-reassessed", () => Stored.Json.RiskReassessed),
        Form("monitoring.clearing-proposed", () => Stored.Json.ClearingProposed),
        Form("monitoring.continued", () => Stored.Json.MonitoringContinued),
        Form("monitoring.risk-cleared", () => Stored.Json.RiskCleared),
        Form("monitoring.file-closed", () => Stored.Json.FileClosed),
        Form("monitoring.file-reopened", () => Stored.Json.FileReopened),
        Form("village.registered", () => Stored.Json.VillageRegistered),
        Form("village.profile-changed", () => Stored.Json.VillageProfileChanged),
        Form("village.dissolved", () => Stored.Json.VillageDissolved),
        Form("county.policy-adopted", () => Stored.Json.PolicyAdopted),
        Form("county.adoption-end-set", () => Stored.Json.AdoptionEndSet),
        Form("county.adoption-withdrawn", () => Stored.Json.AdoptionWithdrawn),
        Form("screening.requested", () => Stored.Json.ScreeningRequested),
        Form("screening.begun", () => Stored.Json.ScreeningBegun),
        Form("screening.flagged", () => Stored.Json.HouseholdsFlagged),
        Form("screening.completed", () => Stored.Json.ScreeningCompleted),
        Form("screening.failed", () => Stored.Json.ScreeningFailed),
        Form("campaign.put", () => Stored.Json.CampaignPut),
        Form("account.put", () => Stored.Json.AccountPut),
        Form("account.password-set", () => Stored.Json.PasswordSet),
        Form("account.api-key-issued", () => Stored.Json.ApiKeyIssued),
        Form("account.api-key-revoked", () => Stored.Json.ApiKeyRevoked),
        Form("account.session-started", () => Stored.Json.SessionStarted),
        Form("account.session-ended", () => Stored.Json.SessionEnded),
        Form("account.locked", () => Stored.Json.AccountLocked),
        Form("account.stand-in-named", () => Stored.Json.StandInNamed),
        Form("account.stand-in-withdrawn", () => Stored.Json.StandInWithdrawn),
        Form("import.received", () => Stored.Json.ImportReceived, ImportUpCasts.WithMapping),
        Form("import.started", () => Stored.Json.ImportStarted),
        Form("import.advanced", () => Stored.Json.ImportAdvanced),
        Form("import.completed", () => Stored.Json.ImportCompleted),
        Form("import.cancelled", () => Stored.Json.ImportCancelled),
        Form("import.interrupted", () => Stored.Json.ImportInterrupted),
        Form("import.resumed", () => Stored.Json.ImportResumed),
        Form("import.failed", () => Stored.Json.ImportFailed),
        Form("import.files-deleted", () => Stored.Json.ImportFilesDeleted),
        Form("column-mapping.saved", () => Stored.Json.ColumnMappingSaved),
        Form("column-mapping.removed", () => Stored.Json.ColumnMappingRemoved),
        Form("release.proposed", () => Stored.Json.ReleaseProposed),
        Form("release.approved", () => Stored.Json.ReleaseApproved),
        Form("release-key.change-asked", () => Stored.Json.KeyChangeAsked),
        Form("release-key.change-approved", () => Stored.Json.KeyChangeApproved),
        Form("redaction.asked", () => Stored.Json.RedactionAsked),
        Form("redaction.approved", () => Stored.Json.RedactionApproved),
        Form("partnership.agreement-put", () => Stored.Json.AgreementPut),
        Form("partnership.pairing-put", () => Stored.Json.PairingPut),
        Form("partnership.plan-put", () => Stored.Json.PlanPut),
        Form("partnership.exchange-put", () => Stored.Json.ExchangePut),
        Form("aid-report.drafted", () => Stored.Json.SupportDrafted),
        Form("aid-report.reported", () => Stored.Json.SupportReported),
        Form("aid-report.signed", () => Stored.Json.ReportSigned),
        Form("aid-report.corrected", () => Stored.Json.SupportCorrected),
        Form("aid-report.withdrawn", () => Stored.Json.ReportWithdrawn),
        Form("aid-report.confirmed", () => Stored.Json.SupportConfirmed),
        Form("aid-report.disputed", () => Stored.Json.SupportDisputed),
        Form("aid-report.returned", () => Stored.Json.ReportReturned),
        Form("aid-report.reopened", () => Stored.Json.ReportReopened),
        Form("aid-report.commented", () => Stored.Json.ReportCommented),
        Form("aid-check.taken", () => Stored.Json.AidCheckTaken),
        Form("aid-check.finding-raised", () => Stored.Json.FindingRaised),
        Form("aid-check.finding-rectified", () => Stored.Json.FindingRectified),
        Form("aid-check.finding-sent-back", () => Stored.Json.FindingSentBack),
        Form("aid-check.finding-closed", () => Stored.Json.FindingClosed),
        Form("aid-paper.counted", () => Stored.Json.PaperCounted),
        Form("aid-paper.released", () => Stored.Json.PaperReleased),
        Form("document.registered", () => Stored.Json.DocumentRegistered),
        Form("document.attached", () => Stored.Json.DocumentAttached),
        Form("document.detached", () => Stored.Json.DocumentDetached),
        Form("document.reviewed", () => Stored.Json.DocumentReviewed),
        Form("document.returned", () => Stored.Json.DocumentReturned),
        Form("document.published", () => Stored.Json.DocumentPublished),
        Form("document.replaced", () => Stored.Json.DocumentReplaced),
        Form("document.repealed", () => Stored.Json.DocumentRepealed),
        Form("disclosure-request.received", () => Stored.Json.RequestReceived),
        Form("disclosure-request.accepted", () => Stored.Json.RequestAccepted),
        Form("disclosure-request.supplement-asked", () => Stored.Json.SupplementAsked),
        Form("disclosure-request.supplemented", () => Stored.Json.SupplementReceived),
        Form("disclosure-request.consultation-begun", () => Stored.Json.ConsultationBegun),
        Form("disclosure-request.consultation-ended", () => Stored.Json.ConsultationEnded),
        Form("disclosure-request.extended", () => Stored.Json.RequestExtended),
        Form("disclosure-request.answered", () => Stored.Json.RequestAnswered),
        Form("disclosure-request.withdrawn", () => Stored.Json.RequestWithdrawn),
        Form("claim.put", () => Stored.Json.ClaimPut),
        Form("fund.money-confirmed", () => Stored.Json.MoneyConfirmed),
        Form("fund.money-unconfirmed", () => Stored.Json.MoneyUnconfirmed),
        Form("fund.money-arrived", () => Stored.Json.MoneyArrived),
        Form("fund.arrival-reversed", () => Stored.Json.MoneyArrivalReversed),
        Form("fund.money-allocated", () => Stored.Json.MoneyAllocated),
        Form("fund.money-taken-back", () => Stored.Json.MoneyTakenBack),
        Form("fund.allocation-declined", () => Stored.Json.AllocationDeclined),
        Form("project.put", () => Stored.Json.ProjectPut),
        Form("project.stage-reached", () => Stored.Json.StageReached),
        Form("project.cancelled", () => Stored.Json.ProjectCancelled),
        Form("project.money-received", () => Stored.Json.MoneyReceived),
        Form("project.money-given-back", () => Stored.Json.MoneyGivenBack),
        Form("project.money-paid", () => Stored.Json.MoneyPaid),
        Form("project.payment-reversed", () => Stored.Json.PaymentReversed),
        Form("project.pay-roster-put", () => Stored.Json.PayRosterPut),
        Form("project.beneficiary-put", () => Stored.Json.BeneficiaryPut),
        Form("project.money-expected", () => Stored.Json.MoneyExpected),
        Form("project.money-not-given", () => Stored.Json.MoneyNotGiven),
        Form("project.asset-put", () => Stored.Json.AssetPut),
        Form("asset.registered", () => Stored.Json.AssetRegistered),
        Form("asset.inspected", () => Stored.Json.AssetInspected),
        Form("asset.income-recorded", () => Stored.Json.AssetIncomeRecorded),
        Form("asset.income-used", () => Stored.Json.AssetIncomeUsed),
        Form("asset.income-reversed", () => Stored.Json.AssetIncomeReversed),
        Form("asset.use-reversed", () => Stored.Json.AssetUseReversed),
        Form("asset.transferred", () => Stored.Json.AssetTransferred),
        Form("asset.write-off-asked", () => Stored.Json.WriteOffAsked),
        Form("asset.write-off-refused", () => Stored.Json.WriteOffRefused),
        Form("asset.written-off", () => Stored.Json.AssetWrittenOff),
        Form("audit.personal-data-read", () => Stored.Json.PersonalDataRead, AuditUpCasts.WithRegion),
        Form("audit.personal-data-searched", () => Stored.Json.PersonalDataSearched),
        Form("audit.province-figures-read", () => Stored.Json.ProvinceFiguresRead),
        Form("audit.person-erased", () => Stored.Json.PersonErased),
    ];

    private static readonly FrozenDictionary<Type, EventForm> s_byClr = Forms.ToFrozenDictionary(form => form.Clr);

    private static readonly FrozenDictionary<string, EventForm> s_byType =
        Forms.ToFrozenDictionary(form => form.Type, StringComparer.Ordinal);

    public static EventData Write(HouseholdEvent happened) => WriteAny(happened);

    public static EventData Write(VillageEvent happened) => WriteAny(happened);

    /// <summary>The event, lifted to its present shape.</summary>
    /// <exception cref="EventUnreadableException">An unknown name, a version newer than this product, or broken data.</exception>
    public static object Read(string type, int schemaVersion, ReadOnlyMemory<byte> data)
    {
        if (!s_byType.TryGetValue(type, out var form)) throw new EventUnreadableException($"No event is named {type}.");
        if (schemaVersion < 1 || schemaVersion > form.SchemaVersion)
            throw new EventUnreadableException($"{type} has versions 1 to {form.SchemaVersion}, not {schemaVersion}.");
        try
        {
            return form.Read(schemaVersion, data.Span);
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException or FormatException)
        {
            throw new EventUnreadableException($"The data of a {type} version {schemaVersion} cannot be read.", broken);
        }
    }

    /// <inheritdoc cref="Read(string, int, ReadOnlyMemory{byte})"/>
    public static TEvent Read<TEvent>(string type, int schemaVersion, ReadOnlyMemory<byte> data) where TEvent : class =>
        Read(type, schemaVersion, data) as TEvent
        ?? throw new EventUnreadableException($"{type} is no {typeof(TEvent).Name}.");

    /// <summary>True where the name belongs to an event of this family, such as <see cref="HouseholdEvent"/>.</summary>
    public static bool Is<TEvent>(string type) =>
        s_byType.TryGetValue(type, out var form) && form.Clr.IsAssignableTo(typeof(TEvent));

    /// <summary>For whoever handles every family alike.</summary>
    public static EventData WriteAny(object happened)
    {
        var form = s_byClr[happened.GetType()];
        return new(form.Type, form.SchemaVersion, form.Write(happened));
    }

    private static EventForm Form<TEvent>(
        string type, Func<JsonTypeInfo<TEvent>> json, params IReadOnlyList<Func<JsonObject, JsonObject>> upCasts) =>
        new(typeof(TEvent), type, json, upCasts);
}
