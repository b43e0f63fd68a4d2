using Revitalization.Domain.Commands;
using Revitalization.Domain.Funds;

namespace Revitalization.Domain.Assets;

/// <summary>Income is used once (经营收益分配): never above what came in, and for what the county permits.</summary>
public static partial class AssetRules
{
    private static Decision<AssetEvent> Earn(Asset asset, RecordAssetIncome c)
    {
        if (asset.Profile!.Class != AssetClass.Operating) return AssetRefusal.NotOperating.On();
        if (!IsAmount(c.Fen)) return AssetRefusal.AmountImplausible.On("fen");
        if (!Says(c.Voucher, TextMax)) return AssetRefusal.TextImplausible.On("voucher");
        if (c.Year < asset.RegisteredOn.Year || c.Year > c.On.Year) return AssetRefusal.YearImplausible.On("year");
        return asset.Incomes.Values.Any(other => !other.Reversed && other.Voucher == c.Voucher)
            ? AssetRefusal.VoucherReused.On("voucher")
            : new AssetIncomeRecorded(c.On, c.Income, c.Year, c.Fen, c.Voucher);
    }

    private static Decision<AssetEvent> Use(Asset asset, UseAssetIncome c, IncomeUses uses)
    {
        if (asset.Profile!.Class != AssetClass.Operating) return AssetRefusal.NotOperating.On();
        if (!IsAmount(c.Fen)) return AssetRefusal.AmountImplausible.On("fen");
        if (!Says(c.Voucher, TextMax)) return AssetRefusal.TextImplausible.On("voucher");
        if (c.Note.Length > TextMax) return AssetRefusal.TextImplausible.On("note");
        if (!uses.Permits(c.Purpose, c.On)) return AssetRefusal.UseNotPermitted.On("use");
        if (asset.Uses.Values.Any(other => !other.Reversed && other.Voucher == c.Voucher)) return AssetRefusal.VoucherReused.On("voucher");
        return c.Fen > asset.FreeFen ? AssetRefusal.AboveIncome.On("fen") : new AssetIncomeUsed(c.On, c.Use, c.Purpose, c.Fen, c.Voucher, c.Note, Pool(asset, c));
    }

    /// <summary>资金池: the fund of the county and year in which the money is given to it.</summary>
    private static string? Pool(Asset asset, UseAssetIncome c) =>
        c.Purpose == IncomeUse.Pool ? new FundKey(FundSource.Pool, c.On.Year, asset.Profile!.Region[..6]).ToString() : null;

    private static Decision<AssetEvent> Reverse(Asset asset, ReverseAssetIncome c)
    {
        if (!asset.Incomes.TryGetValue(c.Income, out var income)) return AssetRefusal.EntryUnknown.On("income");
        if (!Says(c.Reason, TextMax)) return AssetRefusal.TextImplausible.On("reason");
        return income.Fen > asset.FreeFen ? AssetRefusal.IncomeUsed.On("income") : new AssetIncomeReversed(c.On, c.Income, income.Fen, c.Reason);
    }

    private static Decision<AssetEvent> Reverse(Asset asset, ReverseAssetUse c)
    {
        if (!asset.Uses.TryGetValue(c.Use, out var use)) return AssetRefusal.EntryUnknown.On("use");
        return Says(c.Reason, TextMax) ? new AssetUseReversed(c.On, c.Use, use.Fen, c.Reason) : AssetRefusal.TextImplausible.On("reason");
    }
}
