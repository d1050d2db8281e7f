using TeamsConnectBot.Core.Rules.Definition;

namespace TeamsConnectBot.Cards.Building;

/// <summary>The topics that are stored for somebody, for the line on their own preferences.</summary>
internal sealed record TopicsNow(IReadOnlyList<LocalText> Talk, IReadOnlyList<LocalText> Tell, IReadOnlyList<LocalText> Learn)
{
    public static TopicsNow Nothing { get; } = new([], [], []);

    public string Line(Reader reader)
    {
        var texts = reader.Texts.Topics;
        List<(Template Text, IReadOnlyList<LocalText> Topics)> all =
            [(texts.NowTalk, Talk), (texts.NowTell, Tell), (texts.NowLearn, Learn)];
        var lines = all.Where(one => one.Topics.Count > 0)
            .Select(one => one.Text.With(("topics", SharedInterests.Shown(one.Topics, reader)))).ToList();
        return lines.Count > 0 ? string.Join(" ", lines) : texts.NowNothing;
    }
}
