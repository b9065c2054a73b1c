package cn.yizhen.app.deployment.application;

import cn.yizhen.app.access.Writing;
import cn.yizhen.app.deployment.model.Deployment;
import cn.yizhen.app.deployment.model.Row;
import cn.yizhen.app.deployment.model.Step;
import cn.yizhen.rules.Outcome;
import cn.yizhen.rules.organisation.Organisation;

/** Opens a supervised matter (督办事项) for an issued row, and tells it of later adjustments. */
interface Opening {

    Outcome<Boolean> open(Writing writing, Organisation county, Deployment deployment, Step.Issued issued, Row row);

    Outcome<Boolean> adjust(Writing writing, Organisation county, Deployment deployment, Step.Adjusted adjusted, Row row);
}
