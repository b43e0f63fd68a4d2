using Revitalization.Contracts.Aid;
using Revitalization.Contracts.Identity;
using Revitalization.Domain.Aid;
using Revitalization.Domain.Calendar;
using Revitalization.Domain.Regions;
using Revitalization.Silo.Aid.Evidence;
using Revitalization.Silo.Aid.Lists;
using Revitalization.Silo.Grains;
using Revitalization.Silo.Households;
using Revitalization.Silo.Policies;
using Revitalization.Silo.Regions;
using Revitalization.Storage.EventLog;

namespace Revitalization.Silo.Aid;

/// <summary>One partnership and one report as both sides see them. A partner sees its own, a county its own, nobody else either.</summary>
public sealed class AidReader(IEventLog log, RegionBook regions, PolicyBook policies, AidEvidence evidence, TimeProvider clock)
{
    public async Task<(PartnershipView? View, Enum? Refusal)> Partnership(string code, Sender by, CancellationToken cancellation)
    {
        var partnership = await log.Fold<Partnership, PartnershipEvent>(
            $"partnership/{code}", Domain.Aid.Partnership.Empty, Domain.Aid.Partnership.Evolve, cancellation);
        if (partnership.Agreement is not { } agreed) return (null, PartnershipRefusal.NotAgreed);
        return AidReach.SeesAgreement(by, code, agreed.Recipient) ? (View(code, partnership, agreed), null) : (null, AccessRefusal.ScopeElsewhere);
    }

    public async Task<(AidReportView? View, Enum? Refusal)> Report(string code, string id, Sender by, CancellationToken cancellation)
    {
        var (partnership, refusal) = await Partnership(code, by, cancellation);
        if (partnership is null) return (null, refusal);
        var report = await log.Fold<AidReport, AidReportEvent>($"aid-report/{id}", AidReport.Empty, AidReport.Evolve, cancellation);
        if (report.Partnership != code || (report.IsInternal && !by.CoversPartnership(code))) return (null, AidRefusal.ReportUnknown);
        return AidReach.Sees(by, code, report.Support!.Recipient) ? (View(id, report), null) : (null, AccessRefusal.ScopeElsewhere);
    }

    private PartnershipView View(string code, Partnership partnership, AgreementPut agreed) => new(
        code, Terms.Code(agreed.Kind), agreed.Donor, RegionNames.Full(regions, agreed.Donor), agreed.Recipient, RegionNames.Full(regions, agreed.Recipient),
        agreed.StartYear, agreed.EndYear, agreed.Document, agreed.TwoSignatures, partnership.Version,
        [.. partnership.Pairings.Select(e => new PairingView(e.Pairing, Terms.Code(e.Kind), e.DonorParty, e.RecipientParty, e.RecipientRegion, e.From, e.Until))],
        [.. partnership.Plans.OrderByDescending(plan => plan.Year).Select(e => new PlanView(
            e.Year, e.IssuedOn, [.. e.Lines.Select(line => new PlanLineBody(Terms.Code(line.Field), line.AmountFen, line.Projects, line.People, line.DueOn))], e.SalesFloorFen))],
        [.. partnership.Exchanges.Select(e => new ExchangeView(e.Exchange, Terms.Code(e.Kind), e.Party, e.Headcount, e.From, e.Until))]);

    private AidReportView View(string id, AidReport report)
    {
        var support = report.Support!;
        var due = AnswerDays.DueOn(report, policies);
        return new(
            id, report.Partnership!, support.Year, Terms.Code(support.Field), Terms.Code(support.Form), support.Title, support.Thousandths / 1000m, support.Unit,
            report.ReportedFen, report.ConfirmedFen, report.ConfirmedThousandths / 1000m, support.DeliveredOn, support.Recipient, support.Pairing,
            Terms.Code(report.State), report.AskedOn, report.ConfirmedOn, report.Reason, due, due < clock.ChinaToday(), report.Version,
            [.. support.References.Select(reference => new ReferenceBody(Terms.Code(reference.Kind), reference.Number))], [.. support.Evidence],
            [.. report.Comments.Select(comment => new CommentView(comment.Id, comment.On, comment.By, comment.Text))])
        {
            StatedFen = support.AmountFen,
            EvidenceMissing = evidence.Missing(report.Partnership, PolicyBook.CountyOf(support.Recipient), support.Evidence),
        };
    }
}
