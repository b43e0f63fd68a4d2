using Revitalization.Silo.Imports.Columns;

namespace Revitalization.Silo.Imports.Running;

/// <summary>Some rows on their way: read and bound, not yet sent.</summary>
internal sealed class RowBatch
{
    public const int RowsMax = 512;

    public List<BoundRow> Rows { get; } = new(RowsMax);

    /// <summary>What was cleaned in these rows; joins the import's tally when they are settled.</summary>
    public CleaningTally Cleanings { get; } = new();

    /// <summary>What the register answered to each good row.</summary>
    public List<(BoundRow Row, Domain.Commands.CommandReply Reply)> Replies { get; } = new(RowsMax);
}
