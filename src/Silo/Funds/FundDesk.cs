using System.Globalization;
using Revitalization.Contracts.Funds;
using Revitalization.Contracts.Identity;
using Revitalization.Domain.Commands;
using Revitalization.Domain.Funds;
using Revitalization.Domain.Regions;
using Revitalization.Silo.Households;
using Revitalization.Silo.Privacy;

namespace Revitalization.Silo.Funds;

/// <summary>The way in for what a county's treasury records of its funds (资金): budgets and arrivals.</summary>
public sealed class FundDesk(IGrainFactory grains, ContentHash contentHash, RegionBook regions)
{
    public Task<CommandReply> Promise(string fund, string budget, BudgetBody body, Sender by) =>
        Send(fund, $"budgets/{budget}", body, new ConfirmMoney(body.On, $"budget/{budget}", body.Fen), by);

    public Task<CommandReply> EndPromise(string fund, string budget, ReversalBody body, Sender by) =>
        Send(fund, $"budgets/{budget}/reversal", body, new UnconfirmMoney(body.On, $"budget/{budget}"), by);

    public Task<CommandReply> Arrive(string fund, string arrival, ArrivalOfMoney body, Sender by) =>
        Send(fund, $"arrivals/{arrival}", body, new RecordMoneyArrival(body.On, arrival, body.Fen, body.Voucher), by);

    public Task<CommandReply> Reverse(string fund, string arrival, ReversalBody body, Sender by) =>
        Send(fund, $"arrivals/{arrival}/reversal", body, new ReverseMoneyArrival(body.On, arrival, body.Reason), by);

    private Task<CommandReply> Send<TBody>(string fund, string act, TBody body, FundCommand command, Sender by)
    {
        if (FundKeys.Read(fund) is not { } key || regions.Find(key.County) is not { Level: RegionLevel.County }) return Refuse(FundRefusal.KeyMalformed, "fund");
        if (!by.Covers(key.County)) return Refuse(AccessRefusal.ScopeElsewhere, "fund");
        var address = $"fund/{key}/{act}";
        return grains.GetGrain<IFundGrain>(key.ToString()).Handle(command, by.Context(address, contentHash.Of(address, body)));
    }

    private static Task<CommandReply> Refuse(Enum refusal, string field) => Task.FromResult(CommandReply.From(refusal.On(field)));
}

/// <summary>A fund's name in an address: <c>510821-2022-east-west</c>.</summary>
public static class FundKeys
{
    public static FundKey? Read(string? name)
    {
        var parts = name?.Split('-', 3);
        if (parts is not [{ Length: 6 } county, { Length: 4 } year, var source] || !county.All(char.IsAsciiDigit)) return null;
        return int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 2000 and <= 2100 && Terms.Find<FundSource>(source) is { } known
            ? new(known, number, county)
            : null;
    }
}
