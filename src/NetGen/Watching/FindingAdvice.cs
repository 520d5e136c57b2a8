namespace NetGen;

/// <summary>What to do about findings.</summary>
internal static class FindingAdvice
{
    public static string For(FindingKind kind) => kind switch
    {
        FindingKind.VanishingGradients =>
            "Take ReLU or one of its kind in place of sigmoids, initial weights that suit the activation (He, Xavier; never all the same), "
            + "BatchNorm or LayerNorm between the layers, or [Add] an earlier layer's output to a later one's.",
        FindingKind.ExplodingGradients =>
            "Lower the learning rate, take smaller initial weights (He, Xavier), clip the gradients ([ClipGradients(Norm = 1)]), normalize "
            + "between the layers, and scale inputs and targets to about -1 .. 1.",
        FindingKind.DeadNeurons =>
            "Lower the learning rate, take LeakyRelu or Elu in place of Relu, initial weights that suit it (He), and scale the inputs to about -1 .. 1.",
        FindingKind.SaturatedUnits =>
            "Take smaller initial weights (Xavier), scale the inputs to about -1 .. 1, lower the learning rate, put BatchNorm or LayerNorm "
            + "before the activation, or take ReLU or one of its kind.",
        FindingKind.LossNotMoving =>
            "Raise the learning rate, take Adam or momentum, and look at the initial weights and at the labels. Where the network had "
            + "learned all there is before, nothing is wrong.",
        FindingKind.NotANumber =>
            "Check the data for NaN and for inputs far from -1 .. 1, lower the learning rate, or clip the gradients ([ClipGradients(Norm = 1)]).",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
