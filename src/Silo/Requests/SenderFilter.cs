using System.Globalization;
using Revitalization.Contracts.Commands;
using Revitalization.Contracts.Identity;
using Revitalization.Domain.Households;
using Revitalization.Hosting.Refusals;
using Revitalization.Silo.Accounts;
using Revitalization.Silo.Households;

namespace Revitalization.Silo.Requests;

/// <summary>
/// Puts the sender of a request together: the account as it stands now, <c>If-Match</c> (or <c>If-None-Match: *</c> for a new
/// resource) and <c>Idempotency-Key</c>.
/// </summary>
public static class SenderFilter
{
    private const int KeyLengthMax = 80;

    public static TBuilder WithSender<TBuilder>(this TBuilder builder) where TBuilder : IEndpointConventionBuilder =>
        builder.AddEndpointFilter(async (context, next) =>
            await Resolve(context.HttpContext) is { } refusal ? Problems.From(refusal) : WholeReceipt.Of(await next(context)));

    public static Sender Sender(this HttpContext http) =>
        http.Features.Get<Sender>() ?? throw new InvalidOperationException("The endpoint asks for a sender that no filter put there.");

    /// <summary>For an act: its address is its id.</summary>
    public static Sender Actor(this HttpContext http) => http.Sender() with { IsAct = true };

    private static async ValueTask<Enum?> Resolve(HttpContext http)
    {
        var assignment = http.RequestServices.GetRequiredService<CurrentAssignment>();
        if (await assignment.Of(http.User) is not { } sender) return AccessRefusal.RoleInsufficient;
        if (!TryVersion(http.Request, out var version)) return CommandRefusal.VersionMalformed;
        if (!TryKey(http.Request, out var key)) return CommandRefusal.IdMalformed;
        http.Features.Set(sender with { ExpectedVersion = version, CommandId = key is null ? "" : $"key/{sender.Account}/{key}" });
        return null;
    }

    private static bool TryVersion(HttpRequest request, out long? version)
    {
        version = null;
        if (request.Headers.IfNoneMatch == "*") version = 0;
        if (request.Headers.IfMatch is not { Count: > 0 } stated) return true;
        var read = long.TryParse(stated.ToString().Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        version = number;
        return read;
    }

    private static bool TryKey(HttpRequest request, out string? key)
    {
        key = request.Headers["Idempotency-Key"] is { Count: 1 } stated ? stated.ToString() : null;
        return key is null || (key.Length <= KeyLengthMax && key.Split('.', '-', '_').All(part => part.All(char.IsAsciiLetterOrDigit)) && HouseholdLimits.IsId(key[..1]));
    }
}
