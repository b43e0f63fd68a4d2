using Revitalization.Domain.Calendar;

namespace Revitalization.Domain.Disclosure;

/// <summary>One figure of an earlier release, as it was then.</summary>
/// <param name="Value">Of a hidden one what the county kept for itself; null where nobody kept it.</param>
/// <param name="Width">Of a hidden one the interval it was promised.</param>
public readonly record struct EarlierFigure(string Region, string? Parent, Period Period, string Indicator, long? Value, bool Published, long Width = 0);

/// <summary>A figure that readers know from elsewhere: an officer let a document say it.</summary>
public readonly record struct StatedFigure(string Region, Period Period, string Indicator, long Value);

/// <summary>A hidden figure that what was published leaves less room than its interval asks (未达保护区间).</summary>
/// <param name="Value">The figure as it was when it was hidden; what has changed since is another figure.</param>
/// <param name="Left">How far apart the least and the most that a reader may find of it still lie.</param>
/// <param name="Earlier">It stands in an earlier release, not in the one that was judged.</param>
public sealed record OpenFigure(string Region, Period Period, string Indicator, long Value, long Left, bool Earlier);

/// <summary>What readers hold already: nothing published is ever forgotten.</summary>
/// <param name="Releases">Oldest first.</param>
/// <param name="Opened">What two people decided to publish in spite of: of these no more is asked than was left then.</param>
public sealed record PublishedHistory(
    IReadOnlyList<IReadOnlyList<EarlierFigure>> Releases, IReadOnlyList<StatedFigure> Stated, IReadOnlyList<OpenFigure> Opened)
{
    public static readonly PublishedHistory None = new([], []);

    public PublishedHistory(IReadOnlyList<IReadOnlyList<EarlierFigure>> releases, IReadOnlyList<StatedFigure> stated)
        : this(releases, stated, [])
    {
    }

    internal PublishedHistory OfYear(int year) => new(
        [.. Releases.Select(release => (IReadOnlyList<EarlierFigure>)[.. release.Where(figure => figure.Period.Year == year)]).Where(release => release.Count > 0)],
        [.. Stated.Where(figure => figure.Period.Year == year)],
        [.. Opened.Where(figure => figure.Period.Year == year)]);
}
