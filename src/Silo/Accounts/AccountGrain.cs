using System.Globalization;
using Revitalization.Domain.Accounts;
using Revitalization.Domain.Calendar;
using Revitalization.Domain.Commands;
using Revitalization.Domain.Events;
using Revitalization.Silo.Grains;
using Revitalization.Storage.EventLog;

namespace Revitalization.Silo.Accounts;

public sealed class AccountGrain(IEventLog log, TimeProvider clock, ILogger<AccountGrain> logger)
    : EventSourcedGrain<Account, AccountEvent>(log, clock, logger, Snapshots.Account, Account.Empty, Account.Evolve), IAccountGrain
{
    private const int FailuresMax = 5;
    private static readonly TimeSpan LockedFor = TimeSpan.FromMinutes(15);

    // Not an event each: a guesser must not be able to fill the log. A restart forgives; the lock itself is a fact.
    private int _failures;

    protected override string Stream => $"account/{this.GetPrimaryKeyString()}";

    public Task<CommandReply> Handle(AccountCommand command, CommandContext context) =>
        Handle(context, account => AccountRules.Decide(account, command, Clock.ChinaToday()));

    public async Task<Account> Read() => await Current();

    public async Task PasswordFailed()
    {
        if (++_failures < FailuresMax) return;
        _failures = 0;
        var until = Clock.GetUtcNow() + LockedFor;
        var id = string.Create(CultureInfo.InvariantCulture, $"{Stream}/locked/{until.UtcTicks}");
        await Handle(new LockAccount(until), new CommandContext(id, "locked", "silo"));
    }

    public Task PasswordMatched()
    {
        _failures = 0;
        return Task.CompletedTask;
    }
}
