using System.Text.Json;
using System.Text.Json.Serialization;

namespace TeamsConnectBot.BotFramework.Activities;

/// <summary>A person or a bot on the channel.</summary>
public sealed record ChannelAccount
{
    /// <summary>The channel's id: <c>29:…</c> for a person, <c>28:{app id}</c> for a bot.</summary>
    public string? Id { get; init; }

    /// <summary>The name shown; supplied by the directory, so escape it.</summary>
    public string? Name { get; init; }

    /// <summary>
    /// The Entra object id of a person, in the form of <see cref="EntraIds.Normal"/>. This says who acted, never a card's data.
    /// </summary>
    public string? AadObjectId { get; init => field = EntraIds.Normal(value); }

    /// <summary>The person's tenant, in a list of members.</summary>
    public string? TenantId { get; init; }

    /// <summary><c>user</c> or <c>bot</c>.</summary>
    public string? Role { get; init; }

    /// <summary>Everything this model does not know, kept as it came.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; init; }
}
