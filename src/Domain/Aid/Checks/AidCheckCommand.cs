using System.Collections.Immutable;

namespace Revitalization.Domain.Aid.Checks;

/// <summary>A command to one partnership's check of one period (盘点验靶); its stream is <c>aid-check/{partnership}/{period}</c>.</summary>
[GenerateSerializer, Immutable, Alias("aid-check-command")]
public abstract record AidCheckCommand([property: Id(0)] DateOnly On);

/// <summary>Freezes what the books say. The figures are read by the desk, in one moment with the position they hold at.</summary>
/// <param name="Period">Code, such as <c>2022-Q1</c>.</param>
/// <param name="Position">Everything up to this place of the log is in the figures, and nothing after it.</param>
[GenerateSerializer, Immutable, Alias("take-aid-check")]
public sealed record TakeAidCheck(
    DateOnly On, [property: Id(1)] string Partnership, [property: Id(2)] string Period, [property: Id(3)] long Position,
    [property: Id(4)] CheckFigures Figures) : AidCheckCommand(On);

/// <summary>Something was found (发现问题) and is to be put right by somebody until a day.</summary>
[GenerateSerializer, Immutable, Alias("raise-aid-finding")]
public sealed record RaiseFinding(
    DateOnly On, [property: Id(1)] string Finding, [property: Id(2)] string Text, [property: Id(3)] string Responsible, [property: Id(4)] DateOnly DueOn,
    [property: Id(5)] AidField? Field) : AidCheckCommand(On);

/// <summary>It was put right (整改), as either side says.</summary>
[GenerateSerializer, Immutable, Alias("rectify-aid-finding")]
public sealed record RectifyFinding(
    DateOnly On, [property: Id(1)] string Finding, [property: Id(2)] string Text, [property: Id(3)] ImmutableArray<string> Evidence) : AidCheckCommand(On);

/// <summary>The county accepts it and strikes it off (销号), or sends it back.</summary>
[GenerateSerializer, Immutable, Alias("settle-aid-finding")]
public sealed record SettleFinding(
    DateOnly On, [property: Id(1)] string Finding, [property: Id(2)] bool Accepted, [property: Id(3)] string? Reason) : AidCheckCommand(On);

/// <summary>One partnership's year to date, as the board showed it (盘点数). Amounts in fen.</summary>
[GenerateSerializer, Immutable, Alias("check-figures")]
public sealed record CheckFigures(
    [property: Id(0)] long ReportedFen, [property: Id(1)] long ConfirmedFen, [property: Id(2)] long AllocatedFen, [property: Id(3)] long PaidFen,
    [property: Id(4)] long OutstandingFen, [property: Id(5)] long UnansweredFen, [property: Id(6)] ImmutableArray<CheckLine> Lines,
    [property: Id(7)] long SalesFloorFen, [property: Id(8)] long SalesFen)
{
    public long PlannedFen() => Lines.Sum(line => line.PlannedFen);

    /// <summary>Planned and not confirmed. What one field has too much of fills no other's gap.</summary>
    public long GapFen() => Lines.Sum(line => line.GapFen());

    /// <summary>Share of the plan that is confirmed, rounded down: 9,999 is not done. Null where no money was planned.</summary>
    public int? DoneBasisPoints() => CheckRank.BasisPoints(PlannedFen(), GapFen());
}

/// <summary>One field's plan and what came of it.</summary>
/// <param name="State">As the board says: <c>met</c>, <c>over-plan</c>, <c>on-track</c>, <c>late</c> or <c>unplanned</c>.</param>
[GenerateSerializer, Immutable, Alias("check-line")]
public sealed record CheckLine(
    [property: Id(0)] AidField Field, [property: Id(1)] long PlannedFen, [property: Id(2)] long ReportedFen, [property: Id(3)] long ConfirmedFen,
    [property: Id(4)] int PlannedProjects, [property: Id(5)] int Projects, [property: Id(6)] int PlannedPeople, [property: Id(7)] int People,
    [property: Id(8)] DateOnly? DueOn, [property: Id(9)] string State)
{
    public long GapFen() => Math.Max(0, PlannedFen - ConfirmedFen);
}
