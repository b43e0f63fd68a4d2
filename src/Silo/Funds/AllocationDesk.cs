using Revitalization.Contracts.Identity;
using Revitalization.Domain.Commands;
using Revitalization.Domain.Funds;
using Revitalization.Domain.Projects;
using Revitalization.Silo.Households;
using Revitalization.Silo.Projects;

namespace Revitalization.Silo.Funds;

/// <summary>
/// Money for a project (下达) between two grains: the project makes room under its total investment, the fund gives or declines, and what it declined
/// under one permit it never gives later. Where this stops half-way the reactor goes on: it asks the fund the same, and tells the project the answer.
/// </summary>
public sealed class AllocationDesk(IGrainFactory grains)
{
    private const int AttemptsMax = 4;

    private static readonly string s_declined = FundRefusal.AllocationDeclined.On().Code;

    public async Task<CommandReply> Allocate(ProjectPlace place, AllocateMoney asked, string fund, CommandContext context, Sender by)
    {
        for (var attempt = 1; ; attempt++)
        {
            // The command's name changes with the project's version: what was given up may be expected again.
            var expect = new CommandContext($"{context.CommandId}/room@{place.Version}", context.ContentHash, by.Account);
            var project = grains.GetGrain<IProjectGrain>(asked.Project);
            var room = await project.Handle(new ExpectMoney(asked.On, asked.Allocation, fund, asked.Fen), expect, by.Regions());
            if (room.Refusal is not null) return room;
            var permit = await project.PermitOf(asked.Allocation) ?? 0; // None where the money is there already: then this is a repeat.
            var reply = await Ask(asked with { Permit = permit }, fund, context);
            // The reactor asked in between and was declined: this asking is over, the next one may be answered.
            if (reply.Refusal?.Code != s_declined || attempt == AttemptsMax) return reply;
            if (await project.Place() is { } now) place = now;
        }
    }

    /// <summary>Asks the fund; what it refuses is declined for good, and the project gets its room back.</summary>
    public async Task<CommandReply> Ask(AllocateMoney asked, string fund, CommandContext context)
    {
        var grain = grains.GetGrain<IFundGrain>(fund);
        var reply = await grain.Handle(asked, context);
        if (reply.Refusal is null || asked.Permit == 0) return reply;
        var over = $"fund/{fund}/declines/{asked.Allocation}@{asked.Permit}";
        var declined = await grain.Handle(new DeclineAllocation(asked.On, asked.Allocation, asked.Project, asked.Permit), new(over, "derived", context.Actor));
        if (declined.Refusal is null)
            await grains.GetGrain<IProjectGrain>(asked.Project).Handle(new GiveUpMoney(asked.On, asked.Allocation, asked.Permit), new($"{over}/room", "derived", context.Actor), within: null);
        return reply;
    }
}
