namespace Revitalization.Domain.Disclosure;

/// <summary>Which cells stand in which sums, and with which sign: arrays, since all of it is walked many times.</summary>
internal sealed class SumGraph
{
    private readonly int[][] _cells;
    private readonly sbyte[][] _signs;
    private readonly int[][] _relations;
    private readonly sbyte[][] _relationSigns;
    private readonly bool[] _overRegions;

    public SumGraph(int cells, IReadOnlyList<SumRelation> relations)
    {
        _cells = new int[relations.Count][];
        _signs = new sbyte[relations.Count][];
        _overRegions = [.. relations.Select(relation => relation.Kind == SumKind.Regions)];
        var of = new List<(int Relation, sbyte Sign)>[cells];
        for (var at = 0; at < relations.Count; at++)
        {
            _cells[at] = [.. relations[at].Cells];
            _signs[at] = [.. _cells[at].Select(cell => (sbyte)relations[at].Sign(cell))];
            for (var each = 0; each < _cells[at].Length; each++) (of[_cells[at][each]] ??= []).Add((at, _signs[at][each]));
        }
        _relations = [.. of.Select(held => held is null ? [] : held.Select(each => each.Relation).ToArray())];
        _relationSigns = [.. of.Select(held => held is null ? [] : held.Select(each => each.Sign).ToArray())];
    }

    public int RelationCount => _cells.Length;

    public bool IsOverRegions(int relation) => _overRegions[relation];

    public int Length(int relation) => _cells[relation].Length;

    public (int[] Cells, sbyte[] Signs) In(int relation) => (_cells[relation], _signs[relation]);

    public (int[] Relations, sbyte[] Signs) Of(int cell) => (_relations[cell], _relationSigns[cell]);
}
