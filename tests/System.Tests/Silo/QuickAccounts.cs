using System.Globalization;
using System.Security.Cryptography;
using Orleans;
using Revitalization.Contracts.Accounts;
using Revitalization.Contracts.Identity;
using Revitalization.Domain.Accounts;
using Revitalization.Silo.Accounts;
using Revitalization.Silo.Households;

namespace Revitalization.SystemTests.Silo;

/// <summary>
/// Accounts as a first start makes them, but for their passwords: these are stretched by few rounds, because hundreds of accounts at the
/// product's own 600,000 cost a minute of every run. Rounds stand in the hash, so signing in goes the product's way; the tests of accounts
/// set theirs over HTTP.
/// </summary>
internal static class QuickAccounts
{
    private const int Rounds = 1_000;
    private static readonly Sender s_silo = new("silo", Roles.SecurityAdministrator, [], "");

    /// <summary>Opens it and answers its API key.</summary>
    public static async Task<string> NewAccount(this RunningSilo silo, string account, string role, IReadOnlyList<Scope> scopes)
    {
        var desk = silo.Get<AccountDesk>();
        (await desk.Put(account, new AccountBody(role, [.. scopes.Select(scope => scope.ToString())]), s_silo)).Refusal.ShouldBeNull();
        var (reply, key) = await desk.PutKey(account, "first", new ApiKeyBody("test", new DateOnly(2027, 6, 30)), s_silo);
        reply.Refusal.ShouldBeNull();
        var password = new SetPassword(Hash($"Correct-Horse-{role.Length}-Battery"));
        (await silo.Get<IGrainFactory>().GetGrain<IAccountGrain>(account).Handle(password, new($"test/{account}/password", "test", "silo"))).Refusal.ShouldBeNull();
        return key!;
    }

    private static string Hash(string password)
    {
        var salt = new byte[16];
        var hash = Rfc2898DeriveBytes.Pbkdf2(password, salt, Rounds, HashAlgorithmName.SHA256, 32);
        return string.Create(CultureInfo.InvariantCulture, $"pbkdf2-sha256${Rounds}${Convert.ToBase64String(salt)}${Convert.ToBase64String(hash)}");
    }
}
