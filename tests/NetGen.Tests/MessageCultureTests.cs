using System.Globalization;
using NetGen.Tests.Training;

namespace NetGen.Tests;

/// <summary>Numbers in messages, under a culture with a minus sign of its own.</summary>
public sealed class MessageCultureTests : IDisposable
{
    private static readonly Dataset<double> Data = Dataset.Labeled(new double[4], [-1, 2]);

    private readonly CultureInfo before = CultureInfo.CurrentCulture;

    public MessageCultureTests() => CultureInfo.CurrentCulture = new("en-US", useUserOverride: false) { NumberFormat = { NegativeSign = "minus ", NegativeInfinitySymbol = "minus endless" } };

    public void Dispose() => CultureInfo.CurrentCulture = before;

    [Fact]
    public void A_minus_is_a_minus_everywhere()
    {
        Refusal(() => new LinearModel(2, 3, "CrossEntropy").Fit(Data)).ShouldContain("label of sample 0 is -1");
        Refusal(() => ((LabelTrainer<double>)new LinearModel(2, 3, "CrossEntropy").CreateTrainer(2)).Evaluate(new double[4], [-1, 2])).ShouldContain("the label of sample 0 is -1");
        Refusal(() => ClassWeights.Balanced(Data.Labels, 3)).ShouldContain("the label of sample 0 is -1");
        Refusal(() => new Accuracy().Add<double>(new double[6], Data.Labels)).ShouldContain("the label of sample 0 is -1");
        Refusal(() => Data.ToOneHot(3)).ShouldContain("label of sample 0 is -1");
        Refusal(() => Data.Slice(-2, 1)).ShouldContain("but got -2 to -1");
        Refusal(() => Data.Gather([-3])).ShouldContain("but got -3");
        Refusal(() => Data.Folds(-4, 1)).ShouldContain("but got -4");
        Should.Throw<InvalidDataException>(() => IdxArray.Read(new MemoryStream([0, 0, 8, 1, 255, 255, 255, 255]), "labels", (1, 1)))
            .Message.ShouldContain("but got [-1]");
    }

    [Fact]
    public void An_infinite_loss_is_called_so_everywhere() =>
        new TrainingDivergedException(1, 2, double.NegativeInfinity, 0.1).Message.ShouldStartWith("The loss is -Infinity at step 2 of epoch 1, with a learning rate of 0.1.");

    [Fact]
    public void One_sample_is_one_sample() =>
        Refusal(() => _ = new BatchSource<double>(Data[..1], 1, null, least: 2)).ShouldContain("but 1 sample in batches of 1 leaves one with fewer");

    private static string Refusal(Action use) => Should.Throw<ArgumentException>(use).Message;
}
