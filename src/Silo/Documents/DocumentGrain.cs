using Revitalization.Domain.Commands;
using Revitalization.Domain.Documents;
using Revitalization.Domain.Events;
using Revitalization.Domain.Regions;
using Revitalization.Silo.Grains;
using Revitalization.Storage.EventLog;

namespace Revitalization.Silo.Documents;

/// <summary>One document of 政府信息公开, by its id.</summary>
public interface IDocumentGrain : IGrainWithStringKey
{
    Task<CommandReply> Handle(DocumentCommand command, CommandContext context);

    Task<Document> Read();
}

public sealed class DocumentGrain(IEventLog log, TimeProvider clock, RegionBook regions, ILogger<DocumentGrain> logger)
    : EventSourcedGrain<Document, DocumentEvent>(log, clock, logger, Snapshots.Document, Document.Empty, Document.Evolve), IDocumentGrain
{
    protected override string Stream => $"document/{this.GetPrimaryKeyString()}";

    public Task<CommandReply> Handle(DocumentCommand command, CommandContext context) => Handle(context, document => DocumentRules.Decide(document, command, regions));

    public async Task<Document> Read() => await Current();
}
