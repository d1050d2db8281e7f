using System.Text.Json;
using System.Text.Json.Serialization;

namespace TeamsConnectBot.BotFramework.Activities;

/// <summary>What only Teams has on an activity.</summary>
public sealed record TeamsChannelData
{
    /// <summary>The tenant.</summary>
    public TenantInfo? Tenant { get; init; }

    /// <summary>The team.</summary>
    public TeamInfo? Team { get; init; }

    /// <summary>The channel.</summary>
    public ChannelInfo? Channel { get; init; }

    /// <summary>What a conversationUpdate is about, such as <c>teamMemberAdded</c>.</summary>
    public string? EventType { get; init; }

    /// <summary>How a message is announced.</summary>
    public NotificationInfo? Notification { get; init; }

    /// <summary>Everything this model does not know, kept as it came.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; init; }
}

/// <summary>A tenant.</summary>
/// <param name="Id">Its id.</param>
public sealed record TenantInfo(string? Id);

/// <summary>A team.</summary>
/// <param name="Id">Its id on the channel, <c>19:…</c>.</param>
/// <param name="Name">Its name.</param>
/// <param name="AadGroupId">Its group in Entra.</param>
public sealed record TeamInfo(string? Id, string? Name = null, string? AadGroupId = null);

/// <summary>A channel of a team.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
public sealed record ChannelInfo(string? Id, string? Name = null);

/// <summary>How a message is announced.</summary>
/// <param name="Alert">True puts it in the activity feed.</param>
public sealed record NotificationInfo(bool? Alert);
