using Revitalization.Silo.Imports.Columns;

namespace Revitalization.Silo.Imports.Running;

/// <summary>Some rows on their way: read and bound, not yet sent.</summary>
public sealed class RowBatch
{
    public const int RowsMax = 512;

    private readonly HashSet<string> _places = new(StringComparer.Ordinal);

    public List<BoundRow> Rows { get; } = new(RowsMax);

    /// <summary>What was cleaned in these rows; joins the import's tally when they are settled.</summary>
    public CleaningTally Cleanings { get; } = new();

    /// <summary>What the register answered to each good row.</summary>
    public List<(BoundRow Row, Domain.Commands.CommandReply Reply)> Replies { get; } = new(RowsMax);

    public void Add(BoundRow row)
    {
        Rows.Add(row);
        if (RowPlace.Of(row) is { } place) _places.Add(place);
    }

    /// <summary>Whether both have rows of one household, village or project, which must keep their order.</summary>
    public bool SharesAPlaceWith(RowBatch other) => _places.Overlaps(other._places);
}
