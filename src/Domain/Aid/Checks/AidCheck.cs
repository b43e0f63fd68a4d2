using System.Collections.Immutable;
using System.Diagnostics;

namespace Revitalization.Domain.Aid.Checks;

/// <summary>问题状态.</summary>
public enum FindingState
{
    Open = 1,      // 待整改
    Rectified = 2, // 待验收
    Closed = 3,    // 已销号
}

/// <summary>One partnership's check of one period, and the findings that came of it.</summary>
/// <param name="Taken">Null before it was checked.</param>
public sealed record AidCheck(long Version, AidCheckTaken? Taken, ImmutableArray<CheckFinding> Findings)
{
    public static readonly AidCheck Empty = new(0, null, []);

    public CheckFinding? Find(string finding) => Findings.FirstOrDefault(each => each.Id == finding);

    public static AidCheck Evolve(AidCheck check, AidCheckEvent happened)
    {
        var after = happened switch
        {
            AidCheckTaken e => check with { Taken = e },
            FindingRaised e => check with { Findings = check.Findings.Add(new(e.Finding, e.On, e.Text, e.Responsible, e.DueOn, e.Field, FindingState.Open, e.On, null, [], null)) },
            FindingRectified e => check.With(e.Finding, finding => finding with { State = FindingState.Rectified, LastOn = e.On, Rectification = e.Text, Evidence = e.Evidence }),
            FindingSentBack e => check.With(e.Finding, finding => finding with { State = FindingState.Open, LastOn = e.On, Reason = e.Reason }),
            FindingClosed e => check.With(e.Finding, finding => finding with { State = FindingState.Closed, LastOn = e.On }),
            _ => throw new UnreachableException($"A check was never taught {happened.GetType().Name}."),
        };
        return after with { Version = check.Version + 1 };
    }

    private AidCheck With(string finding, Func<CheckFinding, CheckFinding> change)
    {
        var at = Findings.IndexOf(Find(finding)!);
        return this with { Findings = Findings.SetItem(at, change(Findings[at])) };
    }
}

/// <param name="LastOn">Day of its last step; the next may not be earlier.</param>
/// <param name="Rectification">What was done, as last said.</param>
/// <param name="Reason">Why it was last sent back.</param>
public sealed record CheckFinding(
    string Id, DateOnly On, string Text, string Responsible, DateOnly DueOn, AidField? Field, FindingState State, DateOnly LastOn,
    string? Rectification, ImmutableArray<string> Evidence, string? Reason)
{
    /// <summary>超期: nothing was put right in time. What waits for the county's acceptance is not late through the one who rectified.</summary>
    public bool IsOverdue(DateOnly today) => State == FindingState.Open && DueOn < today;
}
