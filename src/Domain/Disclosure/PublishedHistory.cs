using Revitalization.Domain.Calendar;

namespace Revitalization.Domain.Disclosure;

/// <summary>One figure of an earlier release, as it was then.</summary>
/// <param name="Value">Of a hidden one what the county kept for itself; null where nobody kept it.</param>
/// <param name="Width">Of a hidden one the interval it was promised.</param>
public readonly record struct EarlierFigure(string Region, string? Parent, Period Period, string Indicator, long? Value, bool Published, long Width = 0);

/// <summary>A figure that readers know from elsewhere: an officer let a document say it.</summary>
public readonly record struct StatedFigure(string Region, Period Period, string Indicator, long Value);

/// <summary>What readers hold already: nothing published is ever forgotten.</summary>
/// <param name="Releases">Oldest first.</param>
public sealed record PublishedHistory(IReadOnlyList<IReadOnlyList<EarlierFigure>> Releases, IReadOnlyList<StatedFigure> Stated)
{
    public static readonly PublishedHistory None = new([], []);

    internal PublishedHistory OfYear(int year) => new(
        [.. Releases.Select(release => (IReadOnlyList<EarlierFigure>)[.. release.Where(figure => figure.Period.Year == year)]).Where(release => release.Count > 0)],
        [.. Stated.Where(figure => figure.Period.Year == year)]);
}
