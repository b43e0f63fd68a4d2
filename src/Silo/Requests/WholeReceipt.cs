using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using Revitalization.Contracts.Commands;

namespace Revitalization.Silo.Requests;

/// <summary>
/// A receipt as the answer that it is otherwise, but with its length said before it: an answer of unknown length ends with a piece of its own, which
/// every service, proxy and caller on its way sends, is woken by and reads for itself.
/// </summary>
internal sealed class WholeReceipt(Receipt receipt) : IResult
{
    private const string MediaType = "application/json; charset=utf-8";

    /// <summary>The endpoint's result, in one piece where it is a receipt.</summary>
    public static object? Of(object? result) =>
        result is INestedHttpResult { Result: Ok<Receipt> { Value: { } receipt } } ? new WholeReceipt(receipt) : result;

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var json = httpContext.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        var body = JsonSerializer.SerializeToUtf8Bytes(receipt, json);
        httpContext.Response.ContentType = MediaType;
        httpContext.Response.ContentLength = body.Length;
        return httpContext.Response.Body.WriteAsync(body, httpContext.RequestAborted).AsTask();
    }
}
