using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Sandbox.Organisation;

/// <summary>On which working days a person used an AI tool: some people hardly ever do, some nearly always.</summary>
internal sealed class GeneratedAiUse(ulong seed)
{
    private static readonly double[] Habits = [0.02, 0.25, 0.6, 0.93];
    private static readonly double[] HabitWeights = [0.3, 0.25, 0.25, 0.2];

    public bool On(Person person, LocalDate day)
    {
        if (!person.WorkingHours.Days.Contains(day.DayOfWeek))
        {
            return false;
        }

        var personSeed = SeededRandom.Mix(seed, person.ObjectId);
        var habit = Habits[new SeededRandom(personSeed).PickWeighted(HabitWeights)];
        return new SeededRandom(SeededRandom.Mix(personSeed, (ulong)(day - new LocalDate(2000, 1, 1)).Days)).Chance(habit);
    }
}
