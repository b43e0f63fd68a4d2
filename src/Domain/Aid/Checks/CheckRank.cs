namespace Revitalization.Domain.Aid.Checks;

/// <summary>Order among those checked for one period (排名): by share of plan confirmed; who planned nothing stands last.</summary>
public static class CheckRank
{
    private const int Whole = 10_000;

    public static int? BasisPoints(long plannedFen, long gapFen) =>
        plannedFen == 0 ? null : (int)((Int128)(plannedFen - gapFen) * Whole / plannedFen);

    /// <summary>1 is best; equals share a rank, and the next is as many places behind.</summary>
    public static int Of(int? done, IEnumerable<int?> all) => 1 + all.Count(other => (other ?? -1) > (done ?? -1));
}
