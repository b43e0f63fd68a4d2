namespace Revitalization.Domain.Disclosure;

/// <summary>Why a reader may subtract.</summary>
public enum SumKind
{
    Regions = 1, // 上级等于下级之和
    Classes = 2, // 总数等于分类之和
    Rest = 3,    // 总数减去其中数
    Link = 4,    // 两处统计同一群农户
    Periods = 5, // 全年与各季度
    People = 6,  // 人数不少于户数
}

/// <summary>Something a reader can subtract: the total is the sum of the parts. Cells by their number in the table.</summary>
/// <param name="Subtracted">The part taken off instead of added; −1 for none.</param>
internal sealed record SumRelation(SumKind Kind, int Total, int[] Parts, int Subtracted = -1)
{
    public IEnumerable<int> Cells => Parts.Append(Total);

    /// <summary>What one more of a cell does to the sum's balance.</summary>
    public int Sign(int cell) => cell == Total || cell == Subtracted ? -1 : 1;
}
