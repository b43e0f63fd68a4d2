using Revitalization.Domain.Privacy;

namespace Revitalization.Domain.DisclosureRequests;

/// <summary>A command to one request for disclosure (依申请公开); its stream is <c>disclosure-request/{id}</c>.</summary>
/// <param name="On">The day it happened, in China.</param>
[GenerateSerializer, Immutable, Alias("disclosure-request-command")]
public abstract record DisclosureRequestCommand([property: Id(0)] string By, [property: Id(1)] DateOnly On);

/// <param name="Region">County or township whose body is asked.</param>
/// <param name="Sealed">Who asks, how to reach them and what is asked: sealed under the request's own key.</param>
[GenerateSerializer, Immutable, Alias("receive-request")]
public sealed record ReceiveRequest(
    string By, DateOnly On, [property: Id(2)] string Region, [property: Id(3)] ApplicantKind Applicant, [property: Id(4)] RequestChannel Channel,
    [property: Id(5)] PersonalText Sealed) : DisclosureRequestCommand(By, On);

[GenerateSerializer, Immutable, Alias("accept-request")]
public sealed record AcceptRequest(string By, DateOnly On) : DisclosureRequestCommand(By, On);

/// <summary>The applicant is told, once, what is missing (条例第三十条).</summary>
[GenerateSerializer, Immutable, Alias("ask-supplement")]
public sealed record AskSupplement(string By, DateOnly On, [property: Id(2)] PersonalText What) : DisclosureRequestCommand(By, On);

[GenerateSerializer, Immutable, Alias("receive-supplement")]
public sealed record ReceiveSupplement(string By, DateOnly On) : DisclosureRequestCommand(By, On);

/// <summary>Third parties and other bodies are asked, all at once (条例第三十二条、第三十四条).</summary>
[GenerateSerializer, Immutable, Alias("begin-consultation")]
public sealed record BeginConsultation(string By, DateOnly On) : DisclosureRequestCommand(By, On);

[GenerateSerializer, Immutable, Alias("end-consultation")]
public sealed record EndConsultation(string By, DateOnly On) : DisclosureRequestCommand(By, On);

[GenerateSerializer, Immutable, Alias("extend-request")]
public sealed record ExtendRequest(string By, DateOnly On, [property: Id(2)] string Reason) : DisclosureRequestCommand(By, On);

/// <param name="Ground">The clause it rests on; required unless all is given.</param>
/// <param name="Text">What is told to the applicant.</param>
[GenerateSerializer, Immutable, Alias("answer-request")]
public sealed record AnswerRequest(
    string By, DateOnly On, [property: Id(2)] AnswerKind Kind, [property: Id(3)] string? Ground, [property: Id(4)] PersonalText Text) : DisclosureRequestCommand(By, On);

[GenerateSerializer, Immutable, Alias("withdraw-request")]
public sealed record WithdrawRequest(string By, DateOnly On) : DisclosureRequestCommand(By, On);
