using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Revitalization.Contracts.Refusals;
using Revitalization.Contracts.Requests;

namespace Revitalization.Hosting.Refusals;

/// <summary>What is wrong with a request that could not be bound, in the caller's terms: which field, which rule.</summary>
internal sealed partial record UnreadableRequest(RequestRefusal Refusal, string? Detail, IReadOnlyList<FieldError> Errors)
{
    public static UnreadableRequest Explain(BadHttpRequestException exception) => exception switch
    {
        { StatusCode: StatusCodes.Status413PayloadTooLarge } => Bare(RequestRefusal.TooLarge),
        { StatusCode: StatusCodes.Status415UnsupportedMediaType } => Bare(RequestRefusal.MediaTypeUnsupported),
        { StatusCode: StatusCodes.Status431RequestHeaderFieldsTooLarge or StatusCodes.Status414UriTooLong } => Bare(RequestRefusal.HeaderTooLarge),
        { StatusCode: StatusCodes.Status408RequestTimeout } => Bare(RequestRefusal.TimedOut),
        { InnerException: JsonException json } => Explain(json),
        _ => ExplainParameter(exception.Message),
    };

    /// <summary>For whoever reads a JSON body by itself.</summary>
    public static UnreadableRequest Explain(JsonException json)
    {
        var field = FieldOf(json.Path);
        var message = json.Message;
        if (Unmapped().Match(message) is { Success: true } unmapped)
            return At(RequestRefusal.FieldUnknown, Join(field, unmapped.Groups["name"].Value));
        if (Duplicate().Match(message) is { Success: true } duplicate)
            return At(RequestRefusal.FieldRepeated, Join(field, duplicate.Groups["name"].Value));
        if (Missing().Match(message) is { Success: true } missing)
            return At(RequestRefusal.FieldMissing, [.. Quoted().Matches(missing.Groups["name"].Value).Select(name => Join(field, name.Groups["name"].Value))]);
        if (IsBrokenText(json)) return At(RequestRefusal.EncodingBroken, field);
        if (json.InnerException is OverflowException || IsOutOfRange(json)) return At(RequestRefusal.NumberOutOfRange, field);
        if (IsMalformed(json)) return Bare(RequestRefusal.BodyMalformed, $"第 {json.LineNumber + 1} 行附近读不下去。");
        return At(RequestRefusal.FieldWrongType, field);
    }

    private static UnreadableRequest ExplainParameter(string message)
    {
        if (message.Contains("no body was provided", StringComparison.Ordinal)) return Bare(RequestRefusal.BodyMissing);
        var name = Quoted().Match(message) is { Success: true } quoted ? LastWord(quoted.Groups["name"].Value) : "";
        return name.Length == 0 ? Bare(RequestRefusal.ParameterInvalid) : At(RequestRefusal.ParameterInvalid, name);
    }

    // "string id" names the parameter's type first.
    private static string LastWord(string text) => text[(text.LastIndexOf(' ') + 1)..];

    private static UnreadableRequest Bare(RequestRefusal refusal, string? detail = null) => new(refusal, detail, []);

    private static UnreadableRequest At(RequestRefusal refusal, params IReadOnlyList<string> fields)
    {
        var entry = RefusalCatalog.EntryOf(refusal);
        return new(refusal, null, [.. fields.Select(field => new FieldError(field, entry.Title, entry.Code))]);
    }

    // A number too large for its field looks to the serializer like a wrong type; to its sender it does not.
    private static bool IsOutOfRange(JsonException json) =>
        json.InnerException is FormatException && json.InnerException.Message.Contains("out of bounds", StringComparison.Ordinal);

    private static bool IsBrokenText(JsonException json) =>
        json.Message.Contains("UTF", StringComparison.Ordinal) || json.InnerException?.Message.Contains("UTF", StringComparison.Ordinal) == true;

    private static bool IsMalformed(JsonException json) => json.GetType() != typeof(JsonException) || json.InnerException is JsonException;

    private static string FieldOf(string? path) => path is null or "$" ? "" : path.StartsWith("$.", StringComparison.Ordinal) ? path[2..] : path[1..];

    private static string Join(string parent, string name) =>
        parent.Length == 0 || parent == name || parent.EndsWith('.' + name, StringComparison.Ordinal) ? (parent.Length == 0 ? name : parent) : $"{parent}.{name}";

    [GeneratedRegex("^The JSON property '(?<name>[^']{0,100})' could not be mapped", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 100)]
    private static partial Regex Unmapped();

    [GeneratedRegex("^Duplicate property '(?<name>[^']{0,100})' encountered", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 100)]
    private static partial Regex Duplicate();

    [GeneratedRegex("missing required properties including: (?<name>.{1,1000})", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 100)]
    private static partial Regex Missing();

    [GeneratedRegex("['\"](?<name>[^'\"]{1,100})['\"]", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 100)]
    private static partial Regex Quoted();
}
