using Microsoft.Bot.Schema;
using Newtonsoft.Json;

namespace TeamsConnectBot.BotFramework.Activities;

/// <summary>Whom a message mentions, as its entities tell.</summary>
public static class Mentions
{
    /// <summary>Everybody who is mentioned but the bot, once each.</summary>
    public static IReadOnlyList<ChannelAccount> MentionedOthers(this Activity activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        return [.. Of(activity).Where(mention => !mention.IsBot && mention.Account.Id is not null).Select(mention => mention.Account).DistinctBy(account => account.Id)];
    }

    /// <summary>All mentions; one that can't be read is left out.</summary>
    internal static IReadOnlyList<MentionOf> Of(Activity activity)
    {
        var found = new List<MentionOf>();
        foreach (var entity in activity.Entities ?? [])
        {
            if (string.Equals(entity.Type, "mention", StringComparison.OrdinalIgnoreCase)
                && Read(entity) is { Mentioned: { } account } mention)
                found.Add(new MentionOf(account, mention.Text, IsBot(account, activity.Recipient)));
        }

        return found;
    }

    private static bool IsBot(ChannelAccount account, ChannelAccount? bot) => account.Id is { Length: > 0 } id
        ? string.Equals(id, bot?.Id, StringComparison.OrdinalIgnoreCase)
        : AtTag.Plain(account.Name) is { Length: > 0 } name && AtTag.AreSame(name, AtTag.Plain(bot?.Name));

    private static Mention? Read(Entity entity)
    {
        try
        {
            return entity.GetAs<Mention>();
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <param name="Account">Who.</param>
/// <param name="Text">What stands for it in the text, where the client says so.</param>
/// <param name="IsBot">Whether it is the bot itself.</param>
internal sealed record MentionOf(ChannelAccount Account, string? Text, bool IsBot);
