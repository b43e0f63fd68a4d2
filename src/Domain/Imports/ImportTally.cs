using System.Collections.Immutable;

namespace Revitalization.Domain.Imports;

/// <summary>What has come of the rows so far.</summary>
/// <param name="Row">Number of the last row dealt with, as a spreadsheet counts.</param>
/// <param name="Duplicates">Of the refused, those that repeat another row.</param>
/// <param name="ErrorBytes">Length of the error file that goes with it; what follows was written for rows that are read again.</param>
[GenerateSerializer, Immutable, Alias("import-tally")]
public sealed record ImportTally(
    [property: Id(0)] long Row, [property: Id(1)] long RowsRead, [property: Id(2)] long Committed, [property: Id(3)] long Unchanged,
    [property: Id(4)] long Refused, [property: Id(5)] long Duplicates, [property: Id(6)] long ErrorBytes,
    [property: Id(7)] ImmutableArray<TallyLine> Reasons, [property: Id(8)] ImmutableArray<TallyLine> Cleanings)
{
    public static readonly ImportTally Zero = new(0, 0, 0, 0, 0, 0, 0, [], []);
}

/// <summary>A count with up to two names: a refusal code; or a column and what was cleaned in it.</summary>
[GenerateSerializer, Immutable, Alias("tally-line")]
public readonly record struct TallyLine(
    [property: Id(0)] string Name, [property: Id(1)] string Detail, [property: Id(2)] long Count);
