using Revitalization.Domain.Accounts;
using Revitalization.Domain.Commands;

namespace Revitalization.Silo.Accounts;

/// <summary>One account (账号), by its name.</summary>
public interface IAccountGrain : IGrainWithStringKey
{
    Task<CommandReply> Handle(AccountCommand command, CommandContext context);

    /// <summary>The account as it stands, hashes included; never leaves the Silo.</summary>
    Task<Account> Read();

    /// <summary>A password was wrong; the fifth in a row locks the account for a quarter of an hour.</summary>
    Task PasswordFailed();

    Task PasswordMatched();
}
