using System.Diagnostics;
using Revitalization.Domain.Commands;

namespace Revitalization.Domain.Aid.Checks;

/// <summary>
/// Checked once, and then only what was found moves: open → rectified → closed, or sent back to open (盘点 → 发现 → 整改 → 验收销号).
/// </summary>
public static class AidCheckRules
{
    public const int TextMax = 500;
    public const int ResponsibleMax = 100;
    public const int FindingsMax = 200;
    public const int EvidenceMax = 50;
    private const int HashLength = 64;

    /// <param name="terms">Null where nothing was agreed.</param>
    public static Decision<AidCheckEvent> Decide(AidCheck check, AidCheckCommand command, AgreementTerms? terms, DateOnly today)
    {
        if (command.On > today) return AidCheckRefusal.DayInFuture.On("on");
        if (command is TakeAidCheck taking) return Take(check, taking, terms);
        if (check.Taken is null) return AidCheckRefusal.CheckUnknown.On();
        return command switch
        {
            RaiseFinding c => Raise(check, c),
            RectifyFinding c => Rectify(check.Find(c.Finding), c),
            SettleFinding c => Settle(check.Find(c.Finding), c),
            _ => throw new UnreachableException($"No rule for {command.GetType().Name}."),
        };
    }

    private static Decision<AidCheckEvent> Take(AidCheck check, TakeAidCheck c, AgreementTerms? terms)
    {
        if (CheckPeriod.Read(c.Period) is not { } period) return AidCheckRefusal.PeriodMalformed.On("period");
        if (terms is null) return PartnershipRefusal.NotAgreed.On("code");
        if (!terms.Covers(period.Year)) return AidCheckRefusal.YearOutside.On("period");
        if (c.On < period.LastDay) return AidCheckRefusal.PeriodNotOver.On("on");
        if (check.Taken is { } taken) return taken.On == c.On ? Decision<AidCheckEvent>.Nothing : AidCheckRefusal.AlreadyChecked.On("period");
        return new AidCheckTaken(c.On, c.Partnership, terms.Recipient, c.Period, c.Position, c.Figures);
    }

    private static Decision<AidCheckEvent> Raise(AidCheck check, RaiseFinding c)
    {
        if (!Says(c.Text, TextMax)) return AidCheckRefusal.TextImplausible.On("text");
        if (!Says(c.Responsible, ResponsibleMax)) return AidCheckRefusal.TextImplausible.On("responsible");
        if (c.On < check.Taken!.On) return AidCheckRefusal.DayTooEarly.On("on");
        if (c.DueOn < c.On) return AidCheckRefusal.DueTooEarly.On("dueOn");
        if (check.Find(c.Finding) is { } known)
            return (known.On, known.Text, known.Responsible, known.DueOn, known.Field) == (c.On, c.Text, c.Responsible, c.DueOn, c.Field)
                ? Decision<AidCheckEvent>.Nothing
                : AidCheckRefusal.FindingIdReused.On("finding");
        return check.Findings.Length >= FindingsMax ? AidCheckRefusal.TooMany.On() : new FindingRaised(c.On, c.Finding, c.Text, c.Responsible, c.DueOn, c.Field);
    }

    private static Decision<AidCheckEvent> Rectify(CheckFinding? finding, RectifyFinding c)
    {
        if (finding is null) return AidCheckRefusal.FindingUnknown.On("finding");
        if (finding.State == FindingState.Rectified && finding.Rectification == c.Text && finding.LastOn == c.On && finding.Evidence.SequenceEqual(c.Evidence))
            return Decision<AidCheckEvent>.Nothing;
        if (finding.State != FindingState.Open) return AidCheckRefusal.StateOutOfOrder.On();
        if (!Says(c.Text, TextMax)) return AidCheckRefusal.TextImplausible.On("text");
        if (c.Evidence.Length > EvidenceMax || c.Evidence.Any(hash => hash.Length != HashLength || !hash.All(char.IsAsciiHexDigitLower)))
            return AidCheckRefusal.EvidenceMalformed.On("evidence");
        return c.On < finding.LastOn ? AidCheckRefusal.DayTooEarly.On("on") : new FindingRectified(c.On, c.Finding, c.Text, c.Evidence);
    }

    private static Decision<AidCheckEvent> Settle(CheckFinding? finding, SettleFinding c)
    {
        if (finding is null) return AidCheckRefusal.FindingUnknown.On("finding");
        if (finding.State == FindingState.Closed && c.Accepted && finding.LastOn == c.On) return Decision<AidCheckEvent>.Nothing;
        if (finding.State != FindingState.Rectified) return AidCheckRefusal.StateOutOfOrder.On();
        if (c.On < finding.LastOn) return AidCheckRefusal.DayTooEarly.On("on");
        if (c.Accepted) return new FindingClosed(c.On, c.Finding);
        return Says(c.Reason, TextMax) ? new FindingSentBack(c.On, c.Finding, c.Reason!) : AidCheckRefusal.ReasonMissing.On("reason");
    }

    private static bool Says(string? text, int most) => !string.IsNullOrWhiteSpace(text) && text.Length <= most;
}
