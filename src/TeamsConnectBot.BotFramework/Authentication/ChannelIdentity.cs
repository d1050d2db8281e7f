namespace TeamsConnectBot.BotFramework.Authentication;

/// <summary>What a valid token proves about its sender.</summary>
internal sealed record ChannelIdentity(string? ServiceUrl, IReadOnlySet<string> Endorsements)
{
    /// <summary>Why the token does not cover this activity, or null when it does.</summary>
    public string? Mismatch(string channelId, string serviceUrl)
    {
        if (!Endorsements.Contains(channelId))
        {
            return "the signing key is not endorsed for the channel";
        }

        var isSame = string.Equals(ServiceUrl, serviceUrl, StringComparison.OrdinalIgnoreCase);
        return isSame ? null : "the serviceurl claim differs from the activity's serviceUrl";
    }
}
