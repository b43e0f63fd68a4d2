namespace Revitalization.Domain.Assets;

/// <summary>What is stated of an asset when it is registered (资产登记). The project that left it decides it, so that the values of all its assets can be held together.</summary>
/// <param name="Region">Township or village where it stands.</param>
/// <param name="ValueFen">资产原值.</param>
/// <param name="Owner">产权人: a collective, an enterprise, a unit; never a person's name.</param>
/// <param name="Keeper">管护人: a unit or a post; never a person's name.</param>
/// <param name="Duty">管护责任.</param>
/// <param name="InspectEveryMonths">巡查周期; 0: no inspections.</param>
[GenerateSerializer, Immutable, Alias("asset-profile")]
public sealed record AssetProfile(
    [property: Id(0)] string Name, [property: Id(1)] AssetClass Class, [property: Id(2)] string Region, [property: Id(3)] long ValueFen, [property: Id(4)] string Owner,
    [property: Id(5)] string Keeper, [property: Id(6)] string Duty, [property: Id(7)] int InspectEveryMonths);
