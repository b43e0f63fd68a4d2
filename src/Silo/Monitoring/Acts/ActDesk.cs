using Revitalization.Contracts.Commands;
using Revitalization.Contracts.Identity;
using Revitalization.Domain.Commands;
using Revitalization.Domain.Households;
using Revitalization.Domain.Monitoring;
using Revitalization.Domain.Screening;
using Revitalization.Silo.Accounts;
using Revitalization.Silo.Households;
using Revitalization.Silo.Monitoring.Evidence;
using Revitalization.Silo.Policies;
using Revitalization.Silo.Privacy;
using Revitalization.Silo.Screening;
using Revitalization.Storage.EventLog;
using Revitalization.Storage.Keyring;

namespace Revitalization.Silo.Monitoring.Acts;

/// <summary>One act on its way to a file.</summary>
/// <param name="Act">Of <see cref="Contracts.Monitoring.MonitoringActs"/>: what the sender's role must allow.</param>
/// <param name="Path">The act's address below the household's.</param>
/// <param name="Account">Somebody the act names, who must exist and cover the village.</param>
/// <param name="Campaign">A campaign the act names, which the household's county must have announced.</param>
internal sealed record ActCall(
    string Household, string Act, string Path, object Body, Sender By, string? Account = null, string AccountField = "", string? Text = null, string? Campaign = null);

/// <summary>
/// What every act passes (收件): role, scope, whom it names, its parts, then the file's grain. A repeat of an accepted act gets its
/// first receipt though the desk would refuse it by now.
/// </summary>
internal sealed class ActDesk(
    IGrainFactory grains, ContentHash contentHash, IKeyring keyring, IEventLog log, EvidenceFiles files, CurrentAssignment assignment)
{
    public async Task<CommandReply> Send(ActCall call, Func<ActIntake, MonitoringCommand> command)
    {
        if (!HouseholdLimits.IsId(call.Household)) return CommandReply.From(HouseholdRefusal.IdMalformed.On("id"));
        if (!MonitoringRoles.May(call.By.Role, call.Act)) return CommandReply.From(AccessRefusal.RoleInsufficient.On());
        var address = $"monitoring/{call.Household}/{call.Path}";
        var context = call.By.Context(address, contentHash.Of(address, call.Body));

        var standing = await grains.GetGrain<IHouseholdGrain>(call.Household).Standing();
        if (await Broken(call, standing) is { } broken) return await Refuse(context, broken);
        using var sealer = string.IsNullOrWhiteSpace(call.Text) ? null : await Sealer(standing!);
        var intake = new ActIntake(call.Household, standing, sealer, files);
        var asked = command(intake);
        return intake.Broken is { } refused
            ? await Refuse(context, refused)
            : await Deliver(call, asked, context);
    }

    /// <summary>A dispatch goes by its verifier, who takes one after another: two at once must not both find the last place free.</summary>
    private Task<CommandReply> Deliver(ActCall call, MonitoringCommand asked, CommandContext context) => asked is DispatchClues dispatch
        ? grains.GetGrain<IVerifierGrain>(dispatch.Assignee).Dispatch(call.Household, dispatch, context, call.By.Regions())
        : grains.GetGrain<IMonitoringGrain>(call.Household).Handle(asked, context, call.By.Regions());

    private async Task<Refused?> Broken(ActCall call, HouseholdStanding? standing)
    {
        if (standing is null) return MonitoringRefusal.HouseholdAbsent.On("id");
        if (!call.By.Covers(standing.Village)) return AccessRefusal.ScopeElsewhere.On("id");
        if (call.Campaign is { } campaign && !await Announced(standing, campaign)) return CampaignRefusal.CampaignUnknown.On("campaign");
        if (call.Account is not { } name) return null;
        if (!AccountNames.IsName(name)) return MonitoringRefusal.AssigneeUnknown.On(call.AccountField);
        var account = await grains.GetGrain<IAccountGrain>(name).Read();
        var covers = account.IsUsable && MonitoringRoles.IsRegistrar(account.Role)
            && (await assignment.ScopesToday(account)).Any(scope => scope.Covers(standing.Village));
        return covers ? null : MonitoringRefusal.AssigneeUnknown.On(call.AccountField);
    }

    private async Task<bool> Announced(HouseholdStanding standing, string campaign) =>
        HouseholdLimits.IsId(campaign) && await grains.GetGrain<ICampaignGrain>(ScreeningIds.Key(PolicyBook.CountyOf(standing.Village), campaign)).IsAnnounced();

    private async Task<PersonSealer?> Sealer(HouseholdStanding standing)
    {
        if (standing.Head is not { } head) return null;
        var keys = await keyring.Keys([head]);
        return keys.TryGetValue(head, out var key) ? new PersonSealer(key) : null;
    }

    private async Task<CommandReply> Refuse(CommandContext context, Refused refused)
    {
        if (await log.FindCommand(context.CommandId) is not { } first) return CommandReply.From(refused);
        return first.ContentHash == context.ContentHash
            ? new(first.Stream, first.Version, first.Seq, first.At, Repeated: true, Refusal: null)
            : CommandReply.From(CommandRefusal.CommandIdReused.On());
    }
}
