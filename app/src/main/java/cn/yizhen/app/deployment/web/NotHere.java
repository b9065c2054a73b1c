package cn.yizhen.app.deployment.web;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The document does not exist for whoever asks. */
@ResponseStatus(HttpStatus.NOT_FOUND)
class NotHere extends RuntimeException {}
