namespace Revitalization.Domain.Disclosure;

/// <summary>Something a reader can subtract: the total is the sum of the parts. Cells by their number in the table.</summary>
/// <param name="Subtracted">The part taken off instead of added; −1 for none.</param>
internal sealed record SumRelation(int Total, int[] Parts, int Subtracted = -1)
{
    public IEnumerable<int> Cells => Parts.Append(Total);
}
