using Revitalization.Contracts.Releases;
using Revitalization.Portal.Pages.Tiles;
using Revitalization.Portal.Replica;

namespace Revitalization.SystemTests.Browser;

/// <summary>The grid of townships on a county's page (方格图).</summary>
public sealed class TileMapTests
{
    [Fact]
    public void Tiles_stand_by_code_whatever_order_they_come_in()
    {
        var map = TileMap.Of([Place("510823103"), Place("510823100"), Place("510823101")], []);
        map.Tiles.Select(tile => tile.Region.Code).ShouldBe(["510823100", "510823101", "510823103"]);
    }

    // One large town must not leave all others pale, and equal numbers must look equal.
    [Fact]
    public void Shades_are_equal_steps_of_rank_and_equal_numbers_share_one()
    {
        var map = Map(1, 1, 2, 3, 4, 5, 6, 7, 90_000);
        map.Tiles.Select(tile => tile.Grade).ShouldBe([1, 1, 1, 2, 2, 3, 3, 4, 4]);
        map.Grades.Select(grade => (grade.From, grade.To, grade.Places)).ShouldBe([(1, 2, 3), (3, 4, 2), (5, 6, 2), (7, 90_000, 2)]);
    }

    [Fact]
    public void Fewer_numbers_than_shades_take_fewer_shades() => Map(30, 30, 20).Tiles.Select(tile => tile.Grade).ShouldBe([2, 2, 1]);

    // A star is not a dash: one is protected, of the other nothing was published. Neither has a shade, which would tell its size.
    [Fact]
    public void Protected_and_unknown_places_have_no_shade_and_are_told_apart()
    {
        var map = Map(10, null, 20);
        map = TileMap.Of([.. map.Tiles.Select(tile => tile.Region), Place("510823999")], [.. map.Tiles.Select(tile => tile.Figure!)]);
        map.Tiles.Select(tile => tile.Grade).ShouldBe([1, 0, 2, 0]);
        (map.Suppressed, map.Missing).ShouldBe((1, 1));
    }

    private static TileMap Map(params decimal?[] values)
    {
        var places = values.Select((_, at) => Place($"5108231{at:00}")).ToList();
        return TileMap.Of(places, [.. values.Select((value, at) => new Figure(
            places[at].Code, places[at].Name, "2023-Q4", "Quarter", "households", value, value is null ? "suppressed" : "published", null))]);
    }

    private static RegionRow Place(string code) => new(code, code, "township", "510823");
}
