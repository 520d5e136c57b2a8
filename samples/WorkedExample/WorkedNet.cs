namespace WorkedExample;

/// <summary>The network of the article: two inputs, two hidden units, one output, sigmoid in both layers.</summary>
[Network(Precision = Precision.Double)]
[Input(2)]
[Dense(2, Name = "hidden"), Sigmoid]
[Dense(1, Name = "output"), Sigmoid]
[HalfSquaredError]
[Sgd(LearningRate = 0.5)]
internal sealed partial class WorkedNet
{
    /// <summary>The network with the article's weights.</summary>
    public static WorkedNet WithArticleWeights()
    {
        var net = new WorkedNet();
        net.Parameters.Write("hidden.weight", [0.15, 0.25, 0.20, 0.30]);
        net.Parameters.Write("hidden.bias", [0.35, 0.35]);
        net.Parameters.Write("output.weight", [0.40, 0.50]);
        net.Parameters.Write("output.bias", [0.60]);
        return net;
    }
}
