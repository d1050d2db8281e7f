using TeamsConnectBot.Core.Rituals.Phrases;
using TeamsConnectBot.Core.Rituals.Texts;

namespace TeamsConnectBot.Core.Tests.Rituals.Phrases;

/// <summary>Tests the reader against tables (<c>phrases.*.tsv</c>) of phrases, each with the reading that is expected.</summary>
public sealed class PhraseTableTests
{
    private static readonly LocalDate Today = new(2026, 11, 24);

    [TestCase("dutch", 272)]
    [TestCase("english", 240)]
    [TestCase("unseen", 160)]
    [TestCase("field", 50)]
    public void Read_EveryPhraseOfATable_IsAsExpected(string table, int atLeast)
    {
        var rows = PhraseTable.Rows(table).ToList();
        var wrong = rows.Select(row => (row, Found: PhraseTable.Describe(PhraseReader.Read(row.Phrase, PhraseTable.Context(row.Writer)))))
            .Where(each => each.Found != each.row.Expected)
            .Select(each => $"{each.row.Phrase}\n  expected {each.row.Expected}\n  found    {each.Found}");
        Assert.That(string.Join('\n', wrong), Is.Empty);
        Assert.That(rows, Has.Count.AtLeast(atLeast));
    }

    [TestCase("dutch")]
    [TestCase("english")]
    [TestCase("unseen")]
    [TestCase("field")]
    public void Read_WriterOfTheOtherLanguage_GivesTheSameSchedule(string table)
    {
        foreach (var row in PhraseTable.Rows(table))
        {
            var dutch = PhraseReader.Read(row.Phrase, PhraseTable.Context());
            var english = PhraseReader.Read(row.Phrase, PhraseTable.Context(Language.English));
            Assert.That((english as Understood)?.Schedule, Is.EqualTo((dutch as Understood)?.Schedule), row.Phrase);
        }
    }

    [TestCase("dutch")]
    [TestCase("english")]
    [TestCase("unseen")]
    [TestCase("field")]
    public void Read_FullTextOfEveryProposal_IsThatProposal(string table)
    {
        foreach (var row in PhraseTable.Rows(table))
        {
            foreach (var proposal in Proposals(PhraseReader.Read(row.Phrase, PhraseTable.Context(row.Writer))))
            {
                foreach (var language in Enum.GetValues<Language>())
                {
                    var said = ScheduleText.Full(proposal.Schedule, proposal.Schedule.First, Today, language);
                    var read = PhraseReader.Read(said, PhraseTable.Context(language)) as Understood;
                    Assert.That(read?.Schedule, Is.EqualTo(proposal.Schedule), $"{row.Phrase}: {said}");
                }
            }
        }
    }

    [TestCase("dutch")]
    [TestCase("english")]
    [TestCase("unseen")]
    [TestCase("field")]
    public void Read_EveryQuestion_HasDifferentProposals(string table)
    {
        foreach (var row in PhraseTable.Rows(table))
        {
            if (PhraseReader.Read(row.Phrase, PhraseTable.Context(row.Writer)) is Question question)
            {
                Assert.That(question.Readings.Length, Is.InRange(1, 3), row.Phrase);
                Assert.That(question.Readings, Is.Unique, row.Phrase);
                Assert.That(question.TextIn(question.Language), Does.EndWith("?").Or.EndWith("."), row.Phrase);
            }
        }
    }

    private static ImmutableArray<Understood> Proposals(PhraseReading reading) =>
        reading is Question question ? question.Readings : [(Understood)reading];
}
