namespace Revitalization.Contracts.Monitoring;

/// <summary>
/// Takes over every household of a county whose register says that the national system monitors it and that has no file of its own
/// yet (批量承接). <c>PUT /api/counties/{code}/takeovers/{act}</c>; county; may be repeated, and goes on where it was stopped.
/// </summary>
/// <param name="ExpectedClearOn">The forecast every file begins with; each household's own follows by an assessment.</param>
/// <param name="Risk">Where the register does not say why: see <see cref="MonitoringTerms.Risks"/>.</param>
public sealed record CountyTakeOverBody(DateOnly On, DateOnly ExpectedClearOn, string Risk = "other");

/// <param name="TakenOver">By this act, at this sending or an earlier one.</param>
/// <param name="AlreadyFiled">In a procedure, or admitted here before: their files say more than the register.</param>
/// <param name="Refused">By reason; see <c>/api/problems</c>.</param>
public sealed record CountyTakeOverReply(long TakenOver, long AlreadyFiled, IReadOnlyDictionary<string, long> Refused);
