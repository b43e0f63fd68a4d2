using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Revitalization.Hosting.Access;

internal static class TokenCheckServices
{
    public static void AddTokenCheck(this IServiceCollection services, ServiceOptions options)
    {
        services.TryAddSingleton<ITokenKeys, PublishedTokenKeys>();
        services.AddSingleton<TokenVerifier>();
        services.AddAuthentication(TokenHandler.Scheme).AddScheme<AuthenticationSchemeOptions, TokenHandler>(TokenHandler.Scheme, null);
        services.AddRolePolicies(options.AnonymousByDefault);
    }
}
