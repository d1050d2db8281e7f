using System.Text.Json;
using System.Text.Json.Serialization;

namespace TeamsConnectBot.BotFramework.Activities;

/// <summary>A conversation.</summary>
public sealed record ConversationAccount
{
    /// <summary>The channel's id: <c>a:1…</c> for a chat of one person with the bot, <c>19:…</c> for others.</summary>
    public string? Id { get; init; }

    /// <summary>The name, if it has one.</summary>
    public string? Name { get; init; }

    /// <summary><c>personal</c>, <c>groupChat</c> or <c>channel</c>.</summary>
    public string? ConversationType { get; init; }

    /// <summary>The tenant.</summary>
    public string? TenantId { get; init; }

    /// <summary>Whether more people than one are in it.</summary>
    public bool? IsGroup { get; init; }

    /// <summary>Everything this model does not know, kept as it came.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; init; }
}
