using Newtonsoft.Json;

namespace TeamsConnectBot.BotFramework.Activities;

/// <summary>The accounts that a message mentions, according to its entities.</summary>
public static class Mentions
{
    /// <summary>Everybody mentioned except the bot, once each.</summary>
    public static IReadOnlyList<ChannelAccount> MentionedOthers(this Activity activity)
    {
        var others = In(activity).Where(mention => !mention.IsBot).Select(mention => mention.Account);
        return [.. others.Where(account => account.Id is not null).DistinctBy(account => account.Id)];
    }

    /// <summary>All mentions that can be read.</summary>
    internal static IReadOnlyList<MentionedAccount> In(Activity activity) =>
    [
        .. from entity in activity.Entities ?? []
           where string.Equals(entity.Type, "mention", StringComparison.OrdinalIgnoreCase)
           let mention = Read(entity)
           where mention?.Mentioned is not null
           select new MentionedAccount(mention.Mentioned, mention.Text, IsBot(mention.Mentioned, activity.Recipient)),
    ];

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

/// <param name="Account">The mentioned account.</param>
/// <param name="Text">The text that stands for it, if the client gives it.</param>
/// <param name="IsBot">Whether it is the bot itself.</param>
internal sealed record MentionedAccount(ChannelAccount Account, string? Text, bool IsBot);
