using Revitalization.Contracts.Releases;
using Revitalization.Portal.Replica;

namespace Revitalization.Portal.Pages.Tiles;

/// <summary>One place of a tile grid (方格图).</summary>
/// <param name="Figure">Null where nothing is published of the place.</param>
/// <param name="Grade">1 to 4 from the least to the most; 0 without a number.</param>
public sealed record Tile(RegionRow Region, Figure? Figure, int Grade);

/// <summary>One shade of the legend: from and to which number, and of how many places.</summary>
public sealed record TileGrade(int Grade, decimal From, decimal To, int Places);

/// <summary>
/// The places under one, each as a tile of equal size: no boundary is public, and a map would show the largest township instead of the
/// most people. Tiles stand in the order of their codes. Shades part the different numbers into four equal steps of rank, so that
/// one large town does not leave all others pale; equal numbers have equal shades.
/// </summary>
public sealed record TileMap(IReadOnlyList<Tile> Tiles, IReadOnlyList<TileGrade> Grades)
{
    private const int MostGrades = 4;

    public int Suppressed => Tiles.Count(tile => tile.Figure is { Value: null });

    public int Missing => Tiles.Count(tile => tile.Figure is null);

    public static TileMap Of(IReadOnlyList<RegionRow> places, IReadOnlyList<Figure> figures)
    {
        var known = figures.ToDictionary(figure => figure.RegionCode, StringComparer.Ordinal);
        var ranked = figures.Select(figure => figure.Value).OfType<decimal>().Distinct().Order().ToList();
        var tiles = places.OrderBy(place => place.Code, StringComparer.Ordinal)
            .Select(place => known.GetValueOrDefault(place.Code) is { } figure ? new Tile(place, figure, Grade(ranked, figure.Value)) : new Tile(place, null, 0))
            .ToList();
        var grades = tiles.Where(tile => tile.Grade > 0).GroupBy(tile => tile.Grade).OrderBy(group => group.Key)
            .Select(group => new TileGrade(group.Key, group.Min(tile => tile.Figure!.Value!.Value), group.Max(tile => tile.Figure!.Value!.Value), group.Count()));
        return new(tiles, [.. grades]);
    }

    private static int Grade(List<decimal> ranked, decimal? value) =>
        value is { } number ? 1 + (ranked.BinarySearch(number) * Math.Min(MostGrades, ranked.Count) / ranked.Count) : 0;
}
