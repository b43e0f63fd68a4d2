using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Revitalization.Contracts.Identity;
using Revitalization.Hosting.Refusals;

namespace Revitalization.Hosting.Access;

/// <summary>Reads <c>Authorization: Bearer</c>; what the token is worth is <see cref="TokenVerifier"/>'s to say.</summary>
internal sealed class TokenHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logs, UrlEncoder encoder, TokenVerifier verifier,
    ServiceOptions service)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logs, encoder)
{
    public new const string Scheme = "Bearer";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (service.Issuers.Count == 0) return AuthenticateResult.NoResult();
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)) return AuthenticateResult.NoResult();
        var verdict = await verifier.Verify(header["Bearer ".Length..].Trim(), Context.RequestAborted);
        if (verdict.User is { } user) return AuthenticateResult.Success(new AuthenticationTicket(user, Scheme));
        Context.Features.Set(new RefusedAccess(verdict.Refusal!.Value));
        return AuthenticateResult.Fail(verdict.Refusal.Value.ToString());
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        var refusal = Context.Features.Get<RefusedAccess>()?.Refusal ?? AccessRefusal.SignInRequired;
        Response.Headers.WWWAuthenticate = refusal == AccessRefusal.SignInRequired ? "Bearer" : "Bearer error=\"invalid_token\"";
        return StatusProblems.Write(Context, refusal);
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) =>
        StatusProblems.Write(Context, AccessRefusal.RoleInsufficient);
}
