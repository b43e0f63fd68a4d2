namespace Revitalization.Contracts.Villages;

/// <summary>
/// An indicator of one village over time, on new villages or on old ones (村级建制调整). <c>GET /api/villages/{code}/series?indicator=&amp;basis=</c>.
/// </summary>
/// <param name="Basis"><c>new</c>: the village as it stands, its past the sum of those it was made of; <c>old</c>: the village as it once stood, its present the sum of those made of it alone.</param>
public sealed record VillageSeries(string Code, string Name, string Indicator, string Unit, int Scale, string Basis, IReadOnlyList<VillageFigure> Points);

/// <summary>One quarter's figure.</summary>
/// <param name="Value">A whole number of the indicator's scale; null where it cannot be told apart.</param>
/// <param name="Summed">Villages whose figures were added.</param>
/// <param name="Note">Why there is no value, in Chinese.</param>
public sealed record VillageFigure(string Period, long? Value, IReadOnlyList<string> Summed, string? Note);
