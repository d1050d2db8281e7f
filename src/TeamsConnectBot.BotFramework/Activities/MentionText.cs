namespace TeamsConnectBot.BotFramework.Activities;

/// <summary>In a team a command reads <c>&lt;at&gt;Bot&lt;/at&gt; help</c>; the command is what is left without the mention.</summary>
internal static class MentionText
{
    public static string Remove(Activity activity, string? id)
    {
        var text = activity.Text ?? "";
        foreach (var entity in activity.Entities ?? [])
        {
            if (entity is not { Type: "mention", Text.Length: > 0 }) continue;
            if (entity.Mentioned?.Id is null || entity.Mentioned.Id != id) continue;
            text = text.Replace(entity.Text, " ", StringComparison.Ordinal);
        }

        return text.Trim();
    }
}
