using System.Text.Json;
using Revitalization.Domain.Policies;

namespace Revitalization.Domain.Assets;

/// <summary>What a county lets the income of its assets be used for (收益用途): one switch of its pack for each use. A use that no pack speaks of is not permitted.</summary>
public sealed class IncomeUses(PolicyPack pack)
{
    public bool Permits(IncomeUse use, DateOnly on) => pack.Find<SwitchRule>(RuleOf(use))?.On(on)?.Value.On ?? false;

    public static string RuleOf(IncomeUse use) => $"asset.income.{JsonNamingPolicy.KebabCaseLower.ConvertName(use.ToString())}";
}
