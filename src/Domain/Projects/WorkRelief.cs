using Revitalization.Domain.Policies;

namespace Revitalization.Domain.Projects;

/// <summary>以工代赈劳务报酬占比, on one basis. What cannot be computed is null, never zero.</summary>
/// <param name="MarginFen">Labour pay above the floor; negative where it falls short.</param>
public sealed record LabourOn(int? ShareBasisPoints, int? FloorBasisPoints, bool? IsMet, long? MarginFen, Citation? Source);

/// <summary>Two bases, never one for the other: of the total investment (项目总投资), and of the central funds (中央资金). The pack says which floor holds.</summary>
public static class WorkRelief
{
    public const string OfTotalRule = "work-relief.labour.total";
    public const string OfCentralRule = "work-relief.labour.central";

    /// <param name="baseFen">0 where it is not known, or there is none.</param>
    public static LabourOn Judge(PolicyPack pack, string rule, DateOnly on, long labourFen, long baseFen)
    {
        var held = pack.Find<RatioRule>(rule)?.On(on);
        var floor = (int?)held?.Value.BasisPoints;
        if (baseFen <= 0) return new(null, floor, null, null, held?.Source);
        var share = (int)((Int128)labourFen * 10_000 / baseFen);
        if (floor is not { } least) return new(share, null, null, null, null);
        var needed = (long)(((Int128)baseFen * least + 9_999) / 10_000); // The fen that just reaches it.
        return new(share, floor, labourFen >= needed, labourFen - needed, held!.Source);
    }
}
