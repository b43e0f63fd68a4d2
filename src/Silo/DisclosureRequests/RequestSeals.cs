using System.Text.Json;
using Revitalization.Contracts.DisclosureRequests;
using Revitalization.Domain.Privacy;
using Revitalization.Silo.Privacy;
using Revitalization.Storage.Keyring;

namespace Revitalization.Silo.DisclosureRequests;

/// <summary>Seals what is personal of a request under a key of its own, kept where people's keys are: dropping it leaves kinds and days.</summary>
public sealed class RequestSeals(IKeyring keyring, BlindIndex blind)
{
    private const string Said = "disclosure-request.said", Told = "disclosure-request.told";

    /// <summary>Who asks, how to reach them, what for.</summary>
    private sealed record Application(string Name, string Contact, string Asked, string? Form);

    public Task<PersonalText> Seal(string id, DisclosureRequestBody body, CancellationToken cancellation) =>
        Seal(id, Said, JsonSerializer.Serialize(new Application(body.Name, body.Contact, body.Asked, body.Form)), cancellation);

    public Task<PersonalText> Seal(string id, string text, CancellationToken cancellation) => Seal(id, Told, text, cancellation);

    /// <summary>Null of each whose key was dropped.</summary>
    public async Task<(string Name, string Contact, string Asked, string? Form)?> OpenApplication(PersonalText text, CancellationToken cancellation) =>
        await Open(text, Said, cancellation) is { } plain && JsonSerializer.Deserialize<Application>(plain) is { } said ? (said.Name, said.Contact, said.Asked, said.Form) : null;

    public async Task<string?> OpenText(PersonalText? text, CancellationToken cancellation) => text is null ? null : await Open(text, Told, cancellation);

    private async Task<PersonalText> Seal(string id, string field, string plain, CancellationToken cancellation)
    {
        var key = await keyring.GetOrCreate(blind.OfPlace($"disclosure-request/{id}"), cancellation);
        using var sealer = new PersonSealer(key.Key);
        return new(key.Person, new(sealer.Seal(field, plain)));
    }

    private async Task<string?> Open(PersonalText text, string field, CancellationToken cancellation)
    {
        var keys = await keyring.Keys([text.Person], cancellation);
        if (!keys.TryGetValue(text.Person, out var key)) return null;
        using var sealer = new PersonSealer(key);
        return sealer.Open(field, text.Text.Ciphertext);
    }
}
