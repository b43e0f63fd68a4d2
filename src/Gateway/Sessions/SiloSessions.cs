using System.Net;
using System.Net.Http.Json;
using Revitalization.Contracts.Identity;
using Revitalization.Hosting.Json;

namespace Revitalization.Gateway.Sessions;

internal enum SignInOutcome
{
    Granted,

    /// <summary>Wrong, ended or withdrawn.</summary>
    Refused,

    /// <summary>Locked after too many failures.</summary>
    TooMany,

    /// <summary>The Silo did not answer; nothing is known of the credential.</summary>
    Unavailable,
}

internal readonly record struct SignInResult(SignInOutcome Outcome, SessionReply? Reply);

/// <summary>The Silo's session endpoints.</summary>
internal sealed class SiloSessions(GatewayOptions options) : IDisposable
{
    private readonly HttpClient _http = new()
    {
        BaseAddress = options.Silo,
        Timeout = TimeSpan.FromSeconds(10),
        MaxResponseContentBufferSize = 64 * 1024,
    };

    public Task<SignInResult> SignIn(string account, string password, CancellationToken cancellation) =>
        Ask("/api/sessions", new SessionRequest(account, password), cancellation);

    public Task<SignInResult> Exchange(Credential credential, CancellationToken cancellation) => credential.Kind switch
    {
        CredentialKind.ApiKey => Ask("/api/sessions", new SessionRequest(ApiKey: credential.Secret), cancellation),
        CredentialKind.Session => Ask("/api/sessions/refresh", new SessionSecret(credential.Secret), cancellation),
        _ => throw new ArgumentOutOfRangeException(nameof(credential), credential.Kind, "A token needs no exchange."),
    };

    /// <summary>Ends the session. False: the Silo could not be told, and the session ends by its age.</summary>
    public async Task<bool> End(string session, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Delete, "/api/sessions") { Content = JsonContent.Create(new SessionSecret(session), options: ServiceJson.Options) };
        try
        {
            using var answer = await _http.SendAsync(request, cancellation);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    public void Dispose() => _http.Dispose();

    private async Task<SignInResult> Ask<T>(string path, T body, CancellationToken cancellation)
    {
        try
        {
            using var answer = await _http.PostAsJsonAsync(path, body, ServiceJson.Options, cancellation);
            return answer.IsSuccessStatusCode
                ? new(SignInOutcome.Granted, await answer.Content.ReadFromJsonAsync<SessionReply>(ServiceJson.Options, cancellation))
                : new(OutcomeOf(answer.StatusCode), null);
        }
        catch (HttpRequestException)
        {
            return new(SignInOutcome.Unavailable, null);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new(SignInOutcome.Unavailable, null);
        }
    }

    private static SignInOutcome OutcomeOf(HttpStatusCode status) => status switch
    {
        HttpStatusCode.TooManyRequests or HttpStatusCode.Locked => SignInOutcome.TooMany,
        >= HttpStatusCode.InternalServerError => SignInOutcome.Unavailable,
        _ => SignInOutcome.Refused,
    };
}
