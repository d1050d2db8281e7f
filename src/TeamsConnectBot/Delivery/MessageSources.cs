using System.Collections.Frozen;
using TeamsConnectBot.Data;

namespace TeamsConnectBot.Delivery;

/// <summary>The source of each kind of message.</summary>
internal sealed class MessageSources(IEnumerable<MessageSource> sources)
{
    private readonly FrozenDictionary<MessageKind, MessageSource> byKind =
        sources.SelectMany(source => source.Kinds.Select(kind => (kind, source))).ToFrozenDictionary(one => one.kind, one => one.source);

    public IReadOnlyList<MessageSource> All { get; } = [.. sources];

    public MessageSource Of(MessageKind kind) =>
        byKind.GetValueOrDefault(kind) ?? throw new InvalidOperationException($"No feature registered a source for {kind} messages.");
}
